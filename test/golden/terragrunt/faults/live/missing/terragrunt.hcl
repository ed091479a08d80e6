include "gone" {
  path = "../gone.hcl"
}

terraform {
  source = "../../m"
}
