resource "terraform_data" "y" {
  input = "y"
}
output "id" {
  value = terraform_data.y.id
}
output "plain" {
  value = "p"
}
output "nested" {
  value = { list = [1, 2], id = terraform_data.y.id }
}
output "secret" {
  value     = "hidden"
  sensitive = true
}
