variable "a" {
  type = map(list(number))
}
variable "b" {
  type = object({ name = string, on = optional(bool, true), rest = optional(any) })
}
variable "c" {
  type = string
}
variable "d" {
  type = any
}
output "a" {
  value = var.a
}
output "b" {
  value = var.b
}
output "c" {
  value = var.c
}
output "d" {
  value = var.d
}
