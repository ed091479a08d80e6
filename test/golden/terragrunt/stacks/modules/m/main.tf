variable "v" {}
variable "path" {}
resource "x_y" "z" {
  v    = var.v
  path = var.path
}
output "v" { value = var.v }
