resource "terraform_data" "root" {
  input = "r"
}
module "old" {
  source = "./m"
}
module "counted" {
  source = "./m"
  count  = 2
}
module "out" {
  source = "./m"
}
