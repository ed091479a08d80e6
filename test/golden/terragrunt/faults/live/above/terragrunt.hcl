include "gone" {
  path = find_in_parent_folders("nowhere.hcl")
}

terraform {
  source = "../../m"
}
