resource "terraform_data" "root" {
  input = "r"
}
