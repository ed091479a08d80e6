locals {
  base = "${get_repo_root()}/modules//server"
}

inputs = {
  tags  = { from = "common", common = get_parent_terragrunt_dir() == get_terragrunt_dir() ? "same" : "other" }
  zones = ["b"]
}
