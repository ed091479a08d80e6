resource "terraform_data" "first" {
  input = "in"
}
