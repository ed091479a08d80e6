module "m" {
  source = "./m"
  count  = 1
}
resource "terraform_data" "x" {
  input = module.m.value
}
