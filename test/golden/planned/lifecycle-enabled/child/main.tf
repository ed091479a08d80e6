resource "terraform_data" "x" {
  input = "x"
}
output "value" {
  value = terraform_data.x.input
}
