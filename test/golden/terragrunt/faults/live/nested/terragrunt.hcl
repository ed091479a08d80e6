include "one" {
  path = "../one.hcl"
}
include "odd" {
  path           = "../two.hcl"
  merge_strategy = "odd"
}

terraform {
  source = "../../m"
}
