variable "value" {}
output "value" {
  value = "two ${var.value}"
}
