resource "terraform_data" "x" {
  count = 3
  input = count.index
}
resource "terraform_data" "y" {
  count = 2
  input = "y"
}
