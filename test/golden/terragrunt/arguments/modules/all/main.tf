variable "a" {}
variable "b" {}
variable "c" {}
variable "d" {}
variable "e" { type = number }
variable "f" {}
variable "untyped" {}
variable "typed" { type = list(string) }

resource "x_y" "z" {
  v       = [var.a, var.b, var.c, var.d, var.e, var.f]
  untyped = var.untyped
  typed   = var.typed
}
