module "all" {
  source = "./child"
}
module "some" {
  source  = "./child"
  size    = 9
  options = { b = { z = 1 } }
}
output "all" {
  value = [module.all.result, module.some.result]
}
