resource "terraform_data" "a" {
  input = "a"
}
resource "terraform_data" "chain1" {
  input = "c"
}
resource "terraform_data" "repeated" {
  for_each = toset(["x", "y"])
  input    = each.key
}
resource "terraform_data" "changed" {
  input = 1
}
