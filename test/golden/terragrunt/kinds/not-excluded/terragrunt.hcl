exclude {
  if      = true
  actions = ["destroy"]
}
terraform {
  source = "../m"
}
inputs = { v = 1 }
