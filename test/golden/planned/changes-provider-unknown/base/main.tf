resource "terraform_data" "a" {
  input = "a"
}
resource "terraform_data" "b" {
  input = { id = terraform_data.a.id, size = 1 }
}
