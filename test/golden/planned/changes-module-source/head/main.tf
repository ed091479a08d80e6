module "m" {
  source = "./two"
  name   = "n"
}
