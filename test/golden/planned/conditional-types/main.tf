variable "on" {
  default = true
}
output "number_text" {
  value = var.on ? 1 : "a"
}
output "objects" {
  value = var.on ? { a = 1 } : { b = "x" }
}
output "same_objects" {
  value = var.on ? { a = 1, b = "x" } : { a = "y", b = 2 }
}
output "lists" {
  value = var.on ? [1] : ["a", "b"]
}
output "empty_list" {
  value = var.on ? [] : ["a"]
}
output "null_object" {
  value = var.on ? { a = 1 } : null
}
output "null_first" {
  value = var.on ? null : "x"
}
output "empty_object" {
  value = var.on ? {} : { a = 1 }
}
output "map" {
  value = var.on ? tomap({ a = "1" }) : {}
}
output "bool_text" {
  value = var.on ? true : "no"
}
output "list_set" {
  value = var.on ? toset(["b", "a"]) : toset([])
}
output "nested" {
  value = var.on ? { a = [1, 2], m = { x = 1 } } : { a = ["x", "y"], m = { x = "z" } }
}
output "lazy" {
  value = var.on ? "ok" : file("missing.txt")
}
output "merged" {
  value = merge({ a = 1 }, var.on ? { b = 2 } : {})
}
