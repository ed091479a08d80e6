locals {
  numbers = [0, 1.0, 1.10, 100, 1e3, 1e21, 1e-7, 0.1 + 0.2, 1 / 3, 2 / 4, 123456789012345678901234567890, -1.5e2, 1e100]
}
output "texts" {
  value = [for n in local.numbers : "${n}!"]
}
output "tostring" {
  value = [for n in local.numbers : tostring(n)]
}
output "json" {
  value = jsonencode(local.numbers)
}
output "format" {
  value = [for n in local.numbers : format("%v|%d", n, floor(n))]
}
