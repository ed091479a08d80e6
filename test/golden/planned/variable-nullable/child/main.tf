variable "keeps" {
  type    = string
  default = "default"
}
variable "replaces" {
  type     = string
  default  = "default"
  nullable = false
}
variable "typed" {
  type     = object({ a = optional(number, 5) })
  default  = {}
  nullable = false
}
resource "terraform_data" "x" {
  input = { keeps = var.keeps, replaces = var.replaces, typed = var.typed, is_null = var.keeps == null }
}
output "all" {
  value = terraform_data.x.input
}
