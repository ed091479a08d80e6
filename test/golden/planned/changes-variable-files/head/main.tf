variable "sizes" {
  type = map(number)
}
resource "terraform_data" "x" {
  for_each = var.sizes
  input    = each.value
}
