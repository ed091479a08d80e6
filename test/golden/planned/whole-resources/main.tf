resource "terraform_data" "a" {
  input            = { n = 1 }
  triggers_replace = "t"
}
resource "terraform_data" "b" {
  for_each = { x = 1 }
  input    = each.value
}
output "a" {
  value = terraform_data.a
}
output "b" {
  value = terraform_data.b
}
output "keys" {
  value = sort(keys(terraform_data.a))
}
output "length" {
  value = length(terraform_data.b)
}
