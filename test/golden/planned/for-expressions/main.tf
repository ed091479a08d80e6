variable "users" {
  type = map(object({ role = string, age = number }))
  default = {
    bob   = { role = "admin", age = 30 }
    alice = { role = "dev", age = 25 }
    carol = { role = "admin", age = 41 }
  }
}
variable "zones" {
  type    = set(string)
  default = ["c", "a", "b"]
}
output "list" {
  value = [for name, u in var.users : "${name}:${u.age}" if u.age > 26]
}
output "grouped" {
  value = { for name, u in var.users : u.role => name... }
}
output "inverted" {
  value = { for name, u in var.users : u.age => name }
}
output "set_pairs" {
  value = [for i, z in tolist(var.zones) : "${i}${z}"]
}
output "set_keys" {
  value = [for k, v in var.zones : k == v]
}
output "nested" {
  value = [for z in var.zones : [for n, u in var.users : "${z}-${n}"]]
}
output "product" {
  value = { for p in setproduct(var.zones, keys(var.users)) : "${p[0]}/${p[1]}" => p }
}
output "object_of_objects" {
  value = { for n, u in var.users : n => merge(u, { name = n }) }
}
output "shadow" {
  value = [for x in [1, 2] : [for x in [x, x * 10] : x]]
}
output "strings" {
  value = [for s in ["a", "b"] : upper(s)]
}
output "tuple_index" {
  value = { for i, v in ["x", "y"] : "k${i}" => v }
}
output "distinct_types" {
  value = [for v in [1, "a", true, null] : v]
}
output "over_object" {
  value = [for k, v in { b = 1, a = "x" } : { key = k, value = v }]
}
