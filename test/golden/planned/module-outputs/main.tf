module "m" {
  source = "./child"
}
resource "terraform_data" "x" {
  input = { whole = module.m, id = module.m.id, nested = module.m.nested.list[0], missing = try(module.m.nope, "no") }
}
output "secret" {
  value     = module.m.secret
  sensitive = true
}
output "not_secret" {
  value = module.m.plain
}
