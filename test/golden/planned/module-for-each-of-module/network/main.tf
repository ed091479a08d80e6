variable "cidr" {
  type = string
}
locals {
  subnets = { for i, n in ["public", "private"] : n => cidrsubnet(var.cidr, 8, i) }
}
resource "terraform_data" "subnet" {
  for_each = local.subnets
  input    = { cidr = each.value, public = each.key == "public" }
}
output "subnets" {
  value = { for k, s in terraform_data.subnet : k => s.input.cidr }
}
output "id" {
  value = terraform_data.subnet["public"].id
}
