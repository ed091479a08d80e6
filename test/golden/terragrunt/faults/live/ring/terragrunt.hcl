locals {
  a = local.b
  b = local.a
}
inputs = { v = local.a }

terraform {
  source = "../../m"
}
