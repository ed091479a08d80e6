stack "self" {
  source = "."
  path   = "self"
}

unit "one" {
  source = "../../catalog/units/one"
  path   = "one"
  values = { v = "self" }
}
