variable "v" {}
resource "x_y" "beside" {
  v = var.v
}
