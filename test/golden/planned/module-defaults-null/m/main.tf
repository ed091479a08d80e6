variable "a" {
  type    = object({ x = optional(string, "dx") })
  default = { x = "given" }
}
variable "b" {
  type = object({ x = optional(string, "dx"), y = optional(list(number)), z = optional(bool, true) })
}
variable "c" {
  type = list(string)
}
output "out" {
  value = { a = var.a, b = var.b, c = var.c, a_is_null = var.a == null }
}
