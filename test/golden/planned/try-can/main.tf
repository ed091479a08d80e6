variable "config" {
  type    = any
  default = { a = { b = 1 }, list = [1, 2] }
}
resource "terraform_data" "x" {
  input = {
    present   = try(var.config.a.b, 0)
    absent    = try(var.config.a.c, 0)
    deep      = try(var.config.z.y.x, var.config.nope, "third")
    index     = try(var.config.list[5], "out")
    convert   = try(tonumber("abc"), -1)
    can       = [can(var.config.a.b), can(var.config.a.c), can(tonumber("1")), can(regex("^x", "y"))]
    null      = try(null, "x")
    error     = try(jsondecode("{"), {})
    legacy    = lookup(var.config, "nope", "default")
    nested    = try(try(var.config.q, var.config.r), "end")
    list      = try(tolist(var.config.a), [var.config.a])
    type      = try(length(var.config.list) > 1 ? "many" : "few", "none")
    attribute = can(var.config.list.foo)
  }
}
