resource "terraform_data" "a" {
  count = 0
}
resource "terraform_data" "x" {
  input = terraform_data.a[0].input
}
