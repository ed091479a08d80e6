resource "terraform_data" "hidden" {
  input = "main.tf"
}
