variable "name" {
  type = string
}
variable "size" {
  type    = string
  default = "1"
}
resource "terraform_data" "items" {
  count = tonumber(var.size)
  input = "${var.name}/${count.index}"
}
output "name" {
  value = var.name
}
output "size" {
  value = var.size
}
output "items" {
  value = terraform_data.items[*].input
}
