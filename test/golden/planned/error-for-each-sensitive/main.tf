variable "m" {
  sensitive = true
  default   = { a = "b" }
}
resource "terraform_data" "x" {
  for_each = var.m
  input    = each.value
}
