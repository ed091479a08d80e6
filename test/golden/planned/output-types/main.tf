variable "m" {
  type    = map(number)
  default = { a = 1 }
}
output "for_map" {
  value = { for k, v in var.m : k => v }
}
output "for_list" {
  value = [for k, v in var.m : v]
}
output "cond_maps" {
  value = length(var.m) > 0 ? var.m : {}
}
output "lookup" {
  value = lookup(var.m, "b", 5)
}
output "merge" {
  value = merge(var.m, { b = 2 })
}
output "concat" {
  value = concat(keys(var.m), ["x"])
}
output "tomap" {
  value = tomap({ a = "x", b = 1 })
}
output "toset" {
  value = toset([for k in keys(var.m) : k])
}
output "setunion" {
  value = setunion(toset(["a"]), ["b"])
}
output "element" {
  value = element(values(var.m), 0)
}
output "jsondecode" {
  value = jsondecode("{\"a\":[1,\"x\",null]}")
}
output "coalesce_null" {
  value = try(coalesce(null, null), "none")
}
output "zipmap" {
  value = zipmap(keys(var.m), values(var.m))
}
output "slice" {
  value = slice([1, "a", true], 0, 2)
}
output "flatten" {
  value = flatten([[1], ["a"]])
}
output "transpose" {
  value = transpose({ a = ["x"] })
}
output "setproduct" {
  value = setproduct(["a"], [1])
}
output "matchkeys" {
  value = matchkeys(["a"], [1], [1])
}
output "regex" {
  value = regex("(?P<a>.)(?P<b>.)", "xy")
}
output "csv" {
  value = csvdecode("a\n1\n")
}
output "yaml" {
  value = yamldecode("{a: [1, two], b: null}")
}
output "nulls" {
  value = [null, { a = null }]
}
