variable "size" {
  type    = number
  default = 1
}
locals {
  name  = "main"
  other = "kept"
}
resource "terraform_data" "x" {
  input            = { name = local.name, other = local.other, size = var.size }
  triggers_replace = ["main"]
}
resource "terraform_data" "y" {
  count = 1
  input = "main"
}
module "m" {
  source = "./one"
  value  = "main"
}
output "o" {
  value = "main"
}
output "m" {
  value = module.m.value
}
