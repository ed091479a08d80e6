resource "terraform_data" "a" {}
resource "terraform_data" "x" {
  count = length(terraform_data.a.id)
}
