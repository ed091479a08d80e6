locals {
  me = read_terragrunt_config("terragrunt.hcl")
}
inputs = { v = local.me.inputs.v }

terraform {
  source = "../../m"
}
