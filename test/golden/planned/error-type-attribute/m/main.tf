variable "o" {
  type = object({ a = number })
}
resource "terraform_data" "x" {
  input = var.o.b
}
