include "root" {
  path           = find_in_parent_folders("root.hcl")
  merge_strategy = "deep"
}

include "common" {
  path           = "../../common/server.hcl"
  merge_strategy = "deep"
}

locals {
  stage = upper(split("/", get_path_from_repo_root())[1])
}

terraform {
  source = "../../../modules/server"
}

inputs = {
  name  = "deep-${local.stage}-${path_relative_to_include("root")}"
  zones = ["c"]
  tags  = { from = "unit" }
}
