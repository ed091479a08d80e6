variable "a" {
  type     = string
  default  = "default"
  nullable = false
}
variable "b" {
  type    = string
  default = "default"
}
variable "c" {
  type     = list(string)
  nullable = false
  default  = []
}
output "all" {
  value = [var.a, var.b, var.c]
}
