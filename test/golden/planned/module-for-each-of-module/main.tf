module "networks" {
  source   = "./network"
  for_each = { eu = "10.0.0.0/16", us = "10.1.0.0/16" }
  cidr     = each.value
}
module "apps" {
  source   = "./app"
  for_each = module.networks
  network  = each.value
  name     = each.key
}
module "pairs" {
  source   = "./app"
  for_each = { for p in setproduct(keys(module.networks), ["a", "b"]) : join("-", p) => module.networks[p[0]] }
  network  = each.value
  name     = each.key
}
output "apps" {
  value = { for k, a in module.apps : k => a.subnets }
}
output "pairs" {
  value = module.pairs["eu-b"].subnets
}
