locals {
  a = local.b + 1
  e = { for k, v in local.d : k => v * local.a }
}
output "a" {
  value = local.a
}
output "e" {
  value = local.e
}
