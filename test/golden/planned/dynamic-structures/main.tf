variable "rules" {
  type = list(object({ from = number, to = optional(number), cidrs = optional(list(string), ["0.0.0.0/0"]), on = optional(bool, true) }))
  default = [
    { from = 80 },
    { from = 443, to = 444, cidrs = ["10.0.0.0/8", "192.168.0.0/16"] },
    { from = 22, on = false },
  ]
}
locals {
  enabled = [for r in var.rules : r if r.on]
  flat    = flatten([for r in local.enabled : [for c in r.cidrs : { port = r.from, to = coalesce(r.to, r.from), cidr = c }]])
  keyed   = { for f in local.flat : "${f.port}-${replace(f.cidr, "/[./]/", "_")}" => f }
}
resource "terraform_data" "rule" {
  for_each = local.keyed
  input    = each.value
}
resource "terraform_data" "group" {
  input = {
    ingress = [for r in local.enabled : merge(r, { description = r.from == 80 ? "http" : null })]
    count   = length(local.flat)
    ports   = distinct(sort([for f in local.flat : tostring(f.port)]))
    by_port = { for f in local.flat : f.port => f.cidr... }
  }
}
output "first" {
  value = local.keyed["443-10_0_0_0_8"]
}
