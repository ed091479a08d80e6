variable "name" {}
resource "terraform_data" "x" {
  input = upper(var.name)
}
resource "terraform_data" "z" {
  input = var.name
}
