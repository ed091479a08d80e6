terraform {
  source = "../m"
}
