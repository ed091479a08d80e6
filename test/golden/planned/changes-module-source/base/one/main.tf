variable "name" {}
resource "terraform_data" "x" {
  input = var.name
}
resource "terraform_data" "y" {
  input = var.name
}
