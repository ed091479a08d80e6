module "outer" {
  source   = "./outer"
  for_each = toset(["a", "b"])
  name     = each.key
  regions  = each.key == "a" ? ["x", "y"] : ["z"]
}
output "tree" {
  value = { for k, o in module.outer : k => o.inner }
}
