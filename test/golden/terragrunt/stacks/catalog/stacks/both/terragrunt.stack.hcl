unit "one" {
  source = "${get_repo_root()}/catalog/units/one"
  path   = "one"
  values = { v = "${values.v} nested" }
}

unit "two" {
  source = "${get_repo_root()}/catalog/units/two"
  path   = "two"
  values = { one = "../one" }
}
