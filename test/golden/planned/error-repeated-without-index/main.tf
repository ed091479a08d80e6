resource "terraform_data" "a" {
  count = 2
  input = "a"
}
resource "terraform_data" "x" {
  input = terraform_data.a.input
}
