resource "terraform_data" "x" {
  count = 1
  input = "x"
}
resource "terraform_data" "y" {
  input = "y"
}
