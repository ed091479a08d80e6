module "a" {
  source = "./m"
  value  = module.b.value
}
module "b" {
  source = "./m"
  value  = module.a.value
}
resource "terraform_data" "x" {
  input = module.a.value
}
