resource "terraform_data" "b" {
  count = 3
  input = count.index
}
resource "terraform_data" "loses" {
  input = 0
}
resource "terraform_data" "two_to_one" {
  input = "a"
}
moved {
  from = terraform_data.a
  to   = terraform_data.b
}
moved {
  from = terraform_data.swap_a
  to   = terraform_data.two_to_one
}
