variable "names" {
  type    = set(string)
  default = ["z", "ä", "A", "a", "10", "9"]
}
resource "terraform_data" "mixed" {
  for_each = toset(["a", 1, true])
  input    = each.value
}
resource "terraform_data" "names" {
  for_each = var.names
  input    = each.key
}
resource "terraform_data" "numbers" {
  for_each = toset([for n in [10, 9, 1] : tostring(n)])
  input    = each.key
}
output "sorted" {
  value = [for n in var.names : n]
}
output "numbers" {
  value = [for n in toset([10, 9, 1]) : n]
}
