variable "value" {}
output "value" {
  value = "one ${var.value}"
}
