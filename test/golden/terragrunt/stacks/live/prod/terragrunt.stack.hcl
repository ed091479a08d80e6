locals {
  stage = basename(get_terragrunt_dir())
}

unit "one" {
  source = "../../catalog/units//one"
  path   = "first"
  values = { v = local.stage }
}

unit "flat" {
  source                  = "../../catalog/units/one"
  path                    = "flat"
  no_dot_terragrunt_stack = true
  values                  = { v = "flat" }
}

stack "both" {
  source = "../../catalog/stacks/both"
  path   = "both"
  values = { v = local.stage }
}

unit "remote" {
  source = "github.com/example/catalog//units/x?ref=v1"
  path   = "remote"
}

unit "unknown" {
  source = run_cmd("x")
  path   = "unknown"
}
