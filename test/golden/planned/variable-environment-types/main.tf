variable "list" {
  type = list(number)
}
variable "object" {
  type = object({ a = string, b = optional(number, 2) })
}
variable "flag" {
  type = bool
}
variable "number" {
  type = number
}
variable "text" {
  type = string
}
variable "untyped" {}
variable "any" {
  type = any
}
variable "map" {
  type = map(string)
}
output "all" {
  value = [var.list, var.object, var.flag, var.number, var.text, var.untyped, var.any, var.map]
}
