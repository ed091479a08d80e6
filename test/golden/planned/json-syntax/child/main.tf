variable "size" {
  type = number
}
variable "tags" {
  type = map(string)
}
output "size" {
  value = { size = var.size + 1, tags = var.tags }
}
