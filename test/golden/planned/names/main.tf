variable "größe" {
  default = 1
}
resource "terraform_data" "with-dash_9" {
  input = var.größe
}
resource "terraform_data" "_x" {
  input = terraform_data.with-dash_9.input
}
locals {
  a-b = 1
}
output "o-1" {
  value = local.a-b
}
