variable "in" {}

output "out" {
  value = var.in
}

output "fixed" {
  value = "fixed"
}
