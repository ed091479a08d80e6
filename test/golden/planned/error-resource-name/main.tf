resource "terraform_data" "web[0]" {
  input = 1
}
