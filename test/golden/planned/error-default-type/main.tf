variable "n" {
  type    = number
  default = "many"
}
resource "terraform_data" "x" {
  input = var.n
}
