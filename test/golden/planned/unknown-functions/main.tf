resource "terraform_data" "a" {}
locals {
  u = terraform_data.a.id
}
output "lists" {
  value = {
    concat  = concat(["a"], [local.u])
    flatten = flatten([["a"], [local.u, "b"]])
    slice   = slice(["a", local.u, "c"], 0, 2)
    reverse = reverse(["a", local.u])
    element = element(["a", local.u], 2)
    for     = [for x in ["a", local.u] : "${x}!"]
    object  = { for k, v in { a = local.u, b = "b" } : k => v }
    zipmap  = zipmap(["a", "b"], [local.u, "y"])
    values  = values({ a = local.u, b = "b" })
    splat   = [{ x = local.u }, { x = 1 }][*].x
    length  = length(concat(["a"], [local.u]))
    tuple   = [local.u, "b"][0]
    chunk   = chunklist(["a", local.u, "c"], 2)
    tomap   = tomap({ a = local.u })
    tolist  = tolist([local.u, "x"])
  }
}
output "scalars" {
  value = {
    upper    = upper(local.u)
    join     = join(",", ["a", local.u])
    format   = format("%s-%s", "a", local.u)
    json     = jsonencode({ a = local.u })
    split    = split("-", local.u)
    cond     = local.u == "" ? "a" : "b"
    and      = local.u == "x" && true
    coalesce = coalesce("first", local.u)
    try      = try("first", local.u)
    tostring = tostring(local.u)
    sum      = 1 + length(local.u)
    replace  = replace("abc", "b", local.u)
    not      = !(local.u == "")
  }
}
