variable "number_from_text" {
  type    = number
  default = "080.50"
}
variable "text_from_number" {
  type    = string
  default = 1e3
}
variable "text_from_bool" {
  type    = string
  default = true
}
variable "bool_from_text" {
  type    = bool
  default = "true"
}
variable "texts" {
  type    = list(string)
  default = ["a", 1, true]
}
variable "numbers" {
  type    = set(number)
  default = ["3", 1, "1", 2.5]
}
variable "map_from_object" {
  type    = map(string)
  default = { a = 1, b = true, c = "x" }
}
variable "anything" {
  default = { a = [1, "x"], b = null }
}
variable "list_of_any" {
  type    = list(any)
  default = [1, "a", true]
}
variable "map_of_any" {
  type    = map(any)
  default = { a = { x = 1 }, b = { x = "y" } }
}
locals {
  all = [var.number_from_text, var.text_from_number, var.text_from_bool, var.bool_from_text]
}
output "all" {
  value = local.all
}
output "texts" {
  value = var.texts
}
output "numbers" {
  value = var.numbers
}
output "map_from_object" {
  value = var.map_from_object
}
output "anything" {
  value = var.anything
}
output "list_of_any" {
  value = var.list_of_any
}
output "map_of_any" {
  value = var.map_of_any
}
