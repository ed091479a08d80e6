variable "any" {
  type    = any
  default = [{ a = 1 }, { a = "x" }]
}
variable "list_any" {
  type    = list(any)
  default = [{ a = 1 }, { a = "x" }]
}
variable "map_any" {
  type    = map(any)
  default = { a = ["x"], b = [] }
}
variable "set_any" {
  type    = set(any)
  default = [1, "1", 2]
}
variable "object_any" {
  type    = object({ x = any, y = optional(any) })
  default = { x = [1, "b"] }
}
output "any" {
  value = var.any
}
output "list_any" {
  value = var.list_any
}
output "map_any" {
  value = var.map_any
}
output "set_any" {
  value = var.set_any
}
output "object_any" {
  value = var.object_any
}
