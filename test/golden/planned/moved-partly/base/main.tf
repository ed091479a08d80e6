resource "terraform_data" "a" {
  count = 2
  input = count.index
}
resource "terraform_data" "loses" {
  count = 2
  input = count.index
}
resource "terraform_data" "swap_a" {
  input = "a"
}
resource "terraform_data" "swap_b" {
  input = "b"
}
