generate "main" {
  path      = "main.tf"
  if_exists = "overwrite"
  contents  = "resource \"x_y\" \"generated\" {}"
}

generate "kept" {
  path      = "kept.tf"
  if_exists = "skip"
  contents  = "resource \"x_y\" \"never\" {}"
}

generate "off" {
  path      = "off.tf"
  if_exists = "overwrite"
  disable   = true
  contents  = "resource \"x_y\" \"never\" {}"
}

generate = {
  attribute = { path = "attribute.tf", if_exists = "overwrite", contents = "resource \"x_y\" \"attribute\" {}" }
}
