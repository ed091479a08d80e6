variable "o" {
  type = object({ a = string, b = string })
}
resource "terraform_data" "x" {
  input = var.o.a
}
