variable "s" {
  type    = set(string)
  default = ["c", "a"]
}
output "index" {
  value = tolist(var.s)[0]
}
output "one" {
  value = one(toset(["x"]))
}
output "for" {
  value = { for v in var.s : v => upper(v) }
}
output "contains" {
  value = contains(var.s, "a")
}
output "concat" {
  value = concat(tolist(var.s), ["z"])
}
output "join" {
  value = join(",", var.s)
}
output "length" {
  value = length(var.s)
}
output "sort" {
  value = sort(var.s)
}
output "flatten" {
  value = flatten([var.s, ["b"]])
}
output "equal" {
  value = var.s == toset(["a", "c"])
}
output "zip" {
  value = zipmap(var.s, [1, 2])
}
output "slice" {
  value = slice(tolist(var.s), 0, 1)
}
output "formatlist" {
  value = formatlist("%s!", var.s)
}
output "element" {
  value = element(tolist(var.s), 3)
}
output "numbers" {
  value = [for n in toset(["10", "9"]) : n]
}
output "coalescelist" {
  value = coalescelist(tolist(var.s), ["q"])
}
