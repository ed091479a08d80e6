module "given_null" {
  source   = "./child"
  keeps    = null
  replaces = null
  typed    = null
}
module "not_given" {
  source = "./child"
}
output "given_null" {
  value = module.given_null.all
}
output "not_given" {
  value = module.not_given.all
}
