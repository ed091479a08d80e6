variable "prefix" {
  type    = string
  default = "never"
}

output "names" {
  value = ["${var.prefix}-a", "${var.prefix}-b"]
}

output "size" {
  value = 2
}

output "map" {
  value = { for name in ["a", "b"] : "${var.prefix}-${name}" => 1 }
}
