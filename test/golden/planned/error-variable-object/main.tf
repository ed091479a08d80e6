variable "o" {
  type = object({ a = string, b = number })
}
resource "terraform_data" "x" {
  input = var.o
}
