resource "terraform_data" "a" {
  input = { cidr = "10.0.0.0/16" }
}
module "m" {
  source = "./m"
  id     = terraform_data.a.id
  cidr   = terraform_data.a.input.cidr
  tags   = { id = terraform_data.a.id, name = "n" }
  list   = [terraform_data.a.id, "second"]
  object = { id = terraform_data.a.id }
}
output "m" {
  value = module.m
}
