output "strings" {
  value = toset(["b", "B", "a10", "a2", "ä", "_", "1"])
}
output "numbers" {
  value = toset([10, 9.5, -1, 100])
}
output "bools" {
  value = toset([true, false])
}
output "lists" {
  value = toset([["b", "a"], ["a"]])
}
output "objects" {
  value = toset([{ n = "b", p = 2 }, { n = "a", p = 1 }, { n = "a", p = 1 }])
}
output "tolist" {
  value = tolist(toset([{ n = "b" }, { n = "a" }]))
}
output "union" {
  value = setunion([{ p = 443 }], [{ p = 80 }])
}
output "product" {
  value = setproduct(toset(["y", "x"]), toset([2, 1]))
}
