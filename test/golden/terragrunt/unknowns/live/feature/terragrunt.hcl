terraform {
  source = "../../modules/m"
}


feature "large" {
  default = false
}

feature "other" {
  default = "plain"
}

inputs = {
  v = feature.large.value ? "large" : "small"
  w = feature.other.value
}
