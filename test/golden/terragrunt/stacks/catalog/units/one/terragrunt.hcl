include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${get_repo_root()}/modules/m"
}

inputs = { v = values.v, path = path_relative_to_include() }
