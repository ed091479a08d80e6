locals {
  sizes = { default = "small", prod = "large", dev = "tiny" }
}
resource "terraform_data" "x" {
  input = { workspace = terraform.workspace, size = local.sizes[terraform.workspace] }
}
resource "terraform_data" "prod_only" {
  count = terraform.workspace == "prod" ? 2 : 0
  input = "${terraform.workspace}-${count.index}"
}
module "child" {
  source = "./child"
}
output "child" {
  value = module.child.workspace
}
