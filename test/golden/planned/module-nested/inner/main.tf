variable "label" {}
variable "keys" {
  type = set(string)
}
resource "terraform_data" "leaf" {
  for_each = var.keys
  input    = "${var.label}:${each.key}"
}
output "values" {
  value = [for k in sort(keys(terraform_data.leaf)) : terraform_data.leaf[k].input]
}
