provider "registry.terraform.io/hashicorp/aws" {
  version     = "5.31.0"
  constraints = "~> 5.0"
  hashes      = ["h1:x"]
}

provider "registry.opentofu.org/acme/random" {
  version = "3.0.0"
}

provider "registry.terraform.io/hashicorp/random" {
  version = "3.6.0"
}
