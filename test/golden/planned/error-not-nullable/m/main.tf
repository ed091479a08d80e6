variable "name" {
  type     = string
  nullable = false
}
resource "terraform_data" "x" {
  input = var.name
}
