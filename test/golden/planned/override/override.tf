locals {
  name = "override"
}
resource "terraform_data" "y" {
  count = 2
}
output "o" {
  value = "override"
}
module "m" {
  source = "./two"
}
