variable "c" {
  type    = bool
  default = null
}
resource "terraform_data" "x" {
  input = var.c ? 1 : 2
}
