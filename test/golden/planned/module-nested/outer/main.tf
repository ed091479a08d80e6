variable "name" {}
variable "regions" {
  type = list(string)
}
module "inner" {
  source = "../inner"
  count  = length(var.regions)
  label  = "${var.name}-${var.regions[count.index]}"
  keys   = [for i in range(count.index + 1) : "k${i}"]
}
resource "terraform_data" "summary" {
  input = flatten(module.inner[*].values)
}
output "inner" {
  value = { for i, m in module.inner : var.regions[i] => m.values }
}
