locals {
  account = read_terragrunt_config(find_in_parent_folders("account.hcl")).locals
  region  = read_terragrunt_config(find_in_parent_folders("region.hcl", "none.hcl"), { locals = { region = "eu-west-1" } }).locals.region
}

remote_state {
  backend = "s3"
  generate = { path = "backend.tf", if_exists = "overwrite_terragrunt" }
  config  = { key = "${path_relative_to_include()}/terraform.tfstate" }
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite_terragrunt"
  contents  = <<-EOF
    provider "aws" {
      region = "${local.region}"
      default_tags {
        tags = {
          account = "${local.account.name}"
          path    = "${path_relative_to_include()}"
        }
      }
    }
  EOF
}

inputs = {
  name  = basename(get_terragrunt_dir())
  size  = local.account.size
  zones = ["a"]
  tags  = { from = "root", root = "yes" }
}
