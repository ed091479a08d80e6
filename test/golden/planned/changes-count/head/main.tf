resource "terraform_data" "x" {
  count = 2
  input = count.index
}
resource "terraform_data" "y" {
  count = 3
  input = "y"
}
