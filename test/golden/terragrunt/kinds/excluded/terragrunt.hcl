exclude {
  if      = true
  actions = ["all"]
}
terraform {
  source = "../m"
}
