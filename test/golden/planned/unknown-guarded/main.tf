resource "terraform_data" "source" {
  input = "s"
}
locals {
  enabled = terraform_data.source.id != "x"
  name    = null
  labels  = { for k, v in { a = "b", n = local.name } : k => try(replace(v, "/", "_"), "none") if local.enabled }
  guarded = local.enabled ? "on" : "off"
}
output "labels" {
  value = local.labels
}
output "wrong_if_there" {
  value = { for k, v in { a = "b", n = local.name } : k => replace(v, "/", "_") if local.enabled }
}
output "guarded" {
  value = local.guarded
}
