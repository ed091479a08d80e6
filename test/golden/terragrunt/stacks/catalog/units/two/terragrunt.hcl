terraform {
  source = "${get_repo_root()}/modules/m"
}

dependency "one" {
  config_path = values.one
}

inputs = { v = dependency.one.outputs.v, path = try(values.none, "none") }
