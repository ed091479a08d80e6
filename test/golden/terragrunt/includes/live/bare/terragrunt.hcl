include {
  path           = find_in_parent_folders("root.hcl")
  merge_strategy = "no_merge"
  expose         = true
}

terraform {
  source = "../../modules/server"
}

inputs = {
  name = include.locals.account.name
  size = include.inputs.size
}
