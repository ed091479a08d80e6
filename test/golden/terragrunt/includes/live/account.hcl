locals {
  name = "main"
  size = "medium"
}
