module "home" {
  source = "./home"
}
module "new" {
  source = "./m"
}
module "counted" {
  source   = "./m"
  for_each = toset(["a", "b"])
}
resource "terraform_data" "was_out" {
  input = "in"
}
moved {
  from = terraform_data.root
  to   = module.home.terraform_data.root
}
moved {
  from = module.old
  to   = module.new
}
moved {
  from = module.counted[0]
  to   = module.counted["a"]
}
moved {
  from = module.counted[1]
  to   = module.counted["b"]
}
moved {
  from = module.out.terraform_data.in
  to   = terraform_data.was_out
}
