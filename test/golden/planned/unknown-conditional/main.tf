resource "terraform_data" "a" {
  input = true
}
locals {
  u = terraform_data.a.id
}
resource "terraform_data" "x" {
  input = {
    known_cond  = true ? "yes" : local.u
    other       = false ? local.u : "no"
    unknown     = local.u == "a" ? "m5.large" : "t3.large"
    same        = local.u == "a" ? "m5.large" : "m5.large"
    lists       = local.u == "a" ? ["a"] : ["b"]
    objects     = local.u == "a" ? { x = 1, y = 2 } : { x = 1, y = 3 }
    short       = true || local.u == "a"
    short_false = false && local.u == "a"
    short_right = local.u == "a" || true
  }
}
