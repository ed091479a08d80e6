variable "network" {
  type = object({ subnets = map(string), id = string })
}
variable "name" {}
resource "terraform_data" "app" {
  for_each = var.network.subnets
  input    = { name = "${var.name}-${each.key}", cidr = each.value, network = var.network.id }
}
output "subnets" {
  value = values(terraform_data.app)[*].input.cidr
}
