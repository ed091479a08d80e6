variable "zones" {
  type    = list(string)
  default = ["a", "b", "c"]
}
output "for_is_tuple" {
  value = [for z in var.zones : z]
}
output "tolist" {
  value = tolist([for z in var.zones : z])
}
output "slice" {
  value = slice(var.zones, 0, 2)
}
output "concat_lists" {
  value = concat(var.zones, ["d"])
}
output "concat_tuples" {
  value = concat([1], ["d"])
}
output "sort" {
  value = sort(["b", "a"])
}
output "splat" {
  value = [{ a = 1 }, { a = 2 }][*].a
}
output "split" {
  value = split(",", "a,b")
}
output "keys" {
  value = keys({ a = 1 })
}
output "values_object" {
  value = values({ a = 1, b = "x" })
}
output "values_map" {
  value = values(tomap({ a = 1, b = 2 }))
}
output "merge_maps" {
  value = merge(tomap({ a = "x" }), tomap({ b = "y" }))
}
output "merge_mixed" {
  value = merge(tomap({ a = "x" }), { b = 1 })
}
output "zipmap" {
  value = zipmap(["a"], [1])
}
output "flatten" {
  value = flatten([var.zones, [["x"]]])
}
output "reverse" {
  value = reverse(var.zones)
}
output "distinct" {
  value = distinct(["a", "a"])
}
output "compact" {
  value = compact(["a", ""])
}
output "range" {
  value = range(2)
}
output "lookup" {
  value = lookup({ a = ["x"] }, "b", [])
}
output "coalesce" {
  value = coalesce(null, 1, "b")
}
output "coalescelist" {
  value = coalescelist([], ["a"], [1])
}
output "chunklist" {
  value = chunklist(["a", "b", "c"], 2)
}
output "try" {
  value = try([1], ["a"])
}
output "element_of_tuple" {
  value = element([1, "a"], 1)
}
