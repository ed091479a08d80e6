include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "common" {
  path   = "${dirname(find_in_parent_folders("root.hcl"))}/common/server.hcl"
  expose = true
}

terraform {
  source = "${include.common.locals.base}?ref=ignored"
}
