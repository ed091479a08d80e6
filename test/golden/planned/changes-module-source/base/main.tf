module "m" {
  source = "./one"
  name   = "n"
}
