output "other" {
  value = local.other
}
