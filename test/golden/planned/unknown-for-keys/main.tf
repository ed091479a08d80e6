resource "terraform_data" "a" {
  input = "a"
}
output "unknown_key" {
  value = { for v in [terraform_data.a.id, "b"] : v => 1 }
}
output "known_keys" {
  value = { for v in ["x", "y"] : v => terraform_data.a.id }
}
output "unknown_if" {
  value = [for v in ["x", "y"] : v if v != terraform_data.a.id]
}
output "set" {
  value = toset([terraform_data.a.id, "b"])
}
output "index_unknown" {
  value = ["a", "b"][length(terraform_data.a.id) > 3 ? 0 : 1]
}
output "lookup_unknown" {
  value = lookup({ a = 1 }, terraform_data.a.id, 2)
}
output "template" {
  value = "%{if true}known%{endif}"
}
output "distinct" {
  value = distinct(["a", "a", terraform_data.a.id])
}
output "sum" {
  value = sum([1, length(terraform_data.a.id)])
}
output "not_null" {
  value = terraform_data.a.id == null
}
