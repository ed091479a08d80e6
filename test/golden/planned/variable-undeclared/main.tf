variable "a" {
  default = 1
}
resource "terraform_data" "x" {
  input = var.a
}
