resource "terraform_data" "a" {
  count = 2
  input = count.index
}
locals {
  ids  = terraform_data.a[*].id
  maps = { for i, a in terraform_data.a : "k${i}" => a.id }
}
resource "terraform_data" "by_index" {
  count = length(local.ids)
  input = local.ids[count.index]
}
resource "terraform_data" "by_key" {
  for_each = local.maps
  input    = "${each.key}:${each.value}"
}
output "for" {
  value = [for id in local.ids : { id = id, fixed = 1 }]
}
output "map" {
  value = { for k, id in local.maps : upper(k) => { id = id, k = k } }
}
output "zip" {
  value = zipmap(["x", "y"], local.ids)
}
output "flat" {
  value = flatten([for a in terraform_data.a : [a.input, a.id]])
}
output "merge" {
  value = merge({ z = "z" }, local.maps)
}
output "concat" {
  value = concat(local.ids, ["last"])
}
output "joined" {
  value = join(",", local.ids)
}
output "first" {
  value = [element(local.ids, 0), try(local.ids[0], "none"), try(local.ids[7], "none")]
}
output "compact" {
  value = length(compact(["a", ""]))
}
