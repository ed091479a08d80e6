module "m" {
  source = "./m"
  o      = { a = 1, b = 2 }
}
