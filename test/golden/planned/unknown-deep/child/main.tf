variable "services" {
  type = map(object({
    image    = string
    role_arn = optional(string)
    env      = optional(map(string), {})
    ports    = optional(list(object({ port = number, target = optional(string, "t") })), [])
  }))
}
locals {
  with_role = { for k, s in var.services : k => s if length(s.env) > 0 }
  rules     = { for r in flatten([for k, s in var.services : [for p in s.ports : { key = "${k}-${p.port}", target = p.target }]]) : r.key => r }
}
resource "terraform_data" "service" {
  for_each = var.services
  input    = merge(each.value, { key = each.key })
}
resource "terraform_data" "with_role" {
  for_each = local.with_role
  input    = each.value.env
}
resource "terraform_data" "rule" {
  for_each = local.rules
  input    = each.value.target
}
output "services" {
  value = { for k, s in terraform_data.service : k => s.input.image }
}
