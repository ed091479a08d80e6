variable "names" {
  type    = list(string)
  default = ["a"]
}
variable "on" {
  type    = bool
  default = false
}
resource "terraform_data" "source" {
  input = "s"
}
resource "terraform_data" "off" {
  for_each = var.on ? toset([terraform_data.source.output]) : []
  input    = each.key
}
resource "terraform_data" "set" {
  for_each = var.on ? toset(var.names) : []
  input    = each.key
}
resource "terraform_data" "map" {
  for_each = var.on ? { for n in var.names : n => n } : {}
  input    = each.key
}
resource "terraform_data" "not_off" {
  for_each = !var.on ? toset(var.names) : []
  input    = each.key
}
resource "terraform_data" "nothing" {
  for_each = var.on ? var.nothing : {}
  input    = each.key
}
variable "nothing" {
  type    = map(string)
  default = null
}
