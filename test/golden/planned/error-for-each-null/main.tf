variable "m" {
  type    = map(string)
  default = null
}
resource "terraform_data" "x" {
  for_each = var.m
  input    = each.key
}
