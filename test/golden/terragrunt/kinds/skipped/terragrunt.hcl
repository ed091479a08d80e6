skip = true
terraform {
  source = "../m"
}
