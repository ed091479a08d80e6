resource "terraform_data" "two" {
  count = 1
  input = "in"
}
moved {
  from = terraform_data.one
  to   = terraform_data.two
}
