resource "terraform_data" "set" {
  for_each = toset(["b", "a", "c", "a"])
  input    = [each.key, each.value]
}
resource "terraform_data" "map" {
  for_each = { x = 1, "with space" = 2, "with.dot" = 3, "quote\"d" = 4 }
  input    = "${each.key}-${each.value}"
}
resource "terraform_data" "objects" {
  for_each = { small = { size = 1, tags = ["a"] }, large = { size = 10, tags = [] } }
  input    = { size = each.value.size, first = try(each.value.tags[0], "none"), all = each.value }
}
resource "terraform_data" "of_resource" {
  for_each = terraform_data.set
  input    = each.value.input
}
resource "terraform_data" "none" {
  for_each = {}
  input    = each.key
}
resource "terraform_data" "filtered" {
  for_each = { for k, v in terraform_data.objects : k => v.input if v.input.size > 5 }
  input    = each.value.first
}
output "values" {
  value = { for k, v in terraform_data.map : k => v.input }
}
output "keys" {
  value = keys(terraform_data.set)
}
output "splat" {
  value = values(terraform_data.set)[*].input[0]
}
output "none" {
  value = { for k, v in terraform_data.none : k => v.input }
}
output "one" {
  value = terraform_data.objects["small"].input.all
}
