variable "prefix" {}

output "list" {
  value = ["${var.prefix}-1", "${var.prefix}-2"]
}

output "by_key" {
  value = { for name in ["${var.prefix}-1"] : upper(name) => name }
}
