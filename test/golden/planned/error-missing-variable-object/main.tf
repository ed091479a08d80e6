module "m" {
  source = "./m"
  o      = { a = "x" }
}
