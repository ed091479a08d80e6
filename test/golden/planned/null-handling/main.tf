variable "nothing" {
  type    = string
  default = null
}
variable "list" {
  type    = list(string)
  default = null
}
resource "terraform_data" "absent" {
  input = var.nothing
}
resource "terraform_data" "x" {
  input = {
    equal    = var.nothing == null
    object   = { a = null, b = var.nothing }
    list     = [null, var.nothing, "x"]
    coalesce = coalesce(var.nothing, "c")
    try      = try(var.nothing.foo, "t")
    cond     = var.list == null ? [] : var.list
    splat    = var.nothing[*]
    count    = length(var.list == null ? [] : var.list)
    json     = jsonencode({ a = var.nothing })
    for      = [for v in [null, "a"] : v if v != null]
    format   = format("%v", null)
    compact  = compact([null, "", "a"])
    merge    = merge({ a = 1 }, null)
    concat   = concat(["a"], [null])
    tostring = tostring(null)
    lookup   = lookup({ a = null }, "a", "d")
    defaults = { for k, v in { a = null, b = 1 } : k => v == null ? "d" : v }
  }
}
resource "terraform_data" "from_null" {
  count = var.nothing == null ? 1 : 0
  input = "counted"
}
