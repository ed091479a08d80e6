locals {
  list   = [{ a = 1, b = { c = "x" } }, { a = 2, b = { c = "y" } }]
  single = { a = 5 }
  null   = null
  sets   = toset(["b", "a"])
  map    = { k = { a = 1 }, l = { a = 2 } }
}
output "full" {
  value = local.list[*].a
}
output "deep" {
  value = local.list[*].b.c
}
output "attribute" {
  value = local.list.*.b.c
}
output "single" {
  value = local.single[*].a
}
output "null" {
  value = local.null[*]
}
output "set" {
  value = local.sets[*]
}
output "indexed" {
  value = local.list[*].b["c"]
}
output "values" {
  value = values(local.map)[*].a
}
output "nested" {
  value = [[1, 2], [3]][*][0]
}
output "empty" {
  value = [][*].x
}
output "legacy_index" {
  value = local.list.*.a[0]
}
output "map_is_one" {
  value = local.map[*].k.a
}
