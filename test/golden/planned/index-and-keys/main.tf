locals {
  list   = ["a", "b"]
  map    = { a = 1, "b-c" = 2, "3" = 3 }
  nested = { list = [{ name = "x", tags = { k = "v" } }] }
}
output "index" {
  value = [local.list[0], local.list["1"], local.list.1, local.list[length(local.list) - 1]]
}
output "keys" {
  value = [local.map.a, local.map["b-c"], local.map.b-c, local.map["3"], local.map[3]]
}
output "nested" {
  value = [local.nested.list[0].name, local.nested["list"][0]["tags"].k, local.nested.list.0.tags["k"]]
}
output "call" {
  value = [split(",", "a,b")[1], { a = [1, 2] }.a[1], [for x in [1, 2] : x][0], jsondecode("{\"a\":[5]}").a[0]]
}
