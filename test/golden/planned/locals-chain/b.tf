locals {
  b = length(local.c)
}
locals {
  c = [for i in range(3) : "item-${i}"]
  d = zipmap(local.c, [for c in local.c : length(c) * index(local.c, c)])
}
resource "terraform_data" "x" {
  for_each = local.d
  input    = "${each.key}=${each.value}"
}
