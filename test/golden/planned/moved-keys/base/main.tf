resource "terraform_data" "counted" {
  count = 2
  input = "x"
}
resource "terraform_data" "single" {
  input = "s"
}
resource "terraform_data" "keyed" {
  for_each = toset(["old"])
  input    = "k"
}
