include "parent" {
  path = find_in_parent_folders("parent.hcl")
}

terraform {
  source = "../../../modules/app"
}

dependency "own" {
  config_path = "../../network"
}

inputs = {
  network = dependency.network.outputs.id
  secret  = "none"
}
