variable "port" {
  type = number
}
variable "tags" {
  type = map(string)
}
variable "object" {
  type = object({ a = string, b = optional(string) })
}
variable "listed" {
  type = list(string)
}
variable "objects" {
  type = map(object({ size = number }))
}
variable "any" {
  type = any
}
variable "flags" {
  type = map(bool)
}
output "all" {
  value = [var.port, var.tags, var.object, var.listed, var.objects, var.flags]
}
output "sum" {
  value = var.port + sum(values(var.objects)[*].size)
}
output "any" {
  value = var.any
}
resource "terraform_data" "x" {
  count = var.flags.a && !var.flags["b"] ? 1 : 0
  input = merge(var.tags, { extra = var.port })
}
