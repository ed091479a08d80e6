module "m" {
  source   = "./m"
  password = "p"
  config   = { user = "u", password = "q" }
}
resource "terraform_data" "x" {
  input = { url = module.m.url, user = module.m.user, safe = module.m.safe }
}
