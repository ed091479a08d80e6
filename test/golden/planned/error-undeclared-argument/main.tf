module "m" {
  source = "./m"
  name   = "x"
  nmae   = "y"
}
