locals {
  o = { a = 1 }
}
resource "terraform_data" "x" {
  input = local.o.b
}
