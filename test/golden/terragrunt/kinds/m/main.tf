provider "x" {}
variable "v" {}
resource "x_y" "z" {
  v = var.v
}
