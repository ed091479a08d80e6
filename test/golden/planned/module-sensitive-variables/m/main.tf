variable "password" {
  type      = string
  sensitive = true
}
variable "config" {
  type = object({ user = string, password = string })
}
output "url" {
  value     = "https://${var.config.user}:${var.password}@h"
  sensitive = true
}
output "user" {
  value = var.config.user
}
output "safe" {
  value     = { length = length(var.config.password), hidden = sensitive(var.config.password) }
  sensitive = true
}
