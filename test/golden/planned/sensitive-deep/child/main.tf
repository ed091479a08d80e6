variable "token" {
  type = string
}
variable "open" {
  type = string
}
output "all" {
  value     = { token = var.token, open = var.open }
  sensitive = true
}
output "open" {
  value = var.open
}
output "list" {
  value     = [var.token]
  sensitive = true
}
