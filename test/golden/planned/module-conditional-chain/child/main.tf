variable "name" {
  type = string
}
variable "parent" {
  type    = string
  default = "unset"
}
resource "terraform_data" "x" {
  input = { name = var.name, parent = var.parent }
}
output "name" {
  value = terraform_data.x.input.name
}
