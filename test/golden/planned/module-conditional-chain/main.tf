variable "create" {
  type    = bool
  default = false
}
module "optional" {
  source = "./child"
  count  = var.create ? 1 : 0
  name   = "optional"
}
module "always" {
  source = "./child"
  name   = try(module.optional[0].name, "fallback")
  parent = one(module.optional[*].name)
}
resource "terraform_data" "x" {
  count = length(module.optional) > 0 ? 1 : 2
  input = coalesce(one(module.optional[*].name), module.always.name)
}
output "joined" {
  value = join(",", module.optional[*].name)
}
output "concat" {
  value = element(concat(module.optional[*].name, ["none"]), 0)
}
