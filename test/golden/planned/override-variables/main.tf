variable "a" {
  type    = string
  default = "1"
}
variable "b" {
  default = "x"
}
output "out" {
  value     = [var.a, var.b]
  sensitive = true
}
resource "terraform_data" "x" {
  for_each = toset(["a"])
  input    = { main = true }
}
