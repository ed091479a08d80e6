resource "terraform_data" "dot" {}
