provider "aws" {}

module "vpc" {
  source = "../.."
}
