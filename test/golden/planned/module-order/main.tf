module "last" {
  source = "./child"
  names  = module.middle.names
}
module "middle" {
  source = "./child"
  names  = [for n in module.first.names : upper(n)]
}
module "first" {
  source = "./child"
  names  = local.names
}
locals {
  names = ["one", "two"]
}
output "names" {
  value = module.last.names
}
