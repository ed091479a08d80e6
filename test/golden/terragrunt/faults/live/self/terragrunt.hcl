include "me" {
  path = "terragrunt.hcl"
}

terraform {
  source = "../../m"
}
