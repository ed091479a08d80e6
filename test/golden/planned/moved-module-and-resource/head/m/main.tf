resource "terraform_data" "second" {
  input = "in"
}
moved {
  from = terraform_data.first
  to   = terraform_data.second
}
