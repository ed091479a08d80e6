variable "v" { default = 1 }
resource "x_y" "z" {
  v = var.v
}
