module "counted" {
  source = "./child"
  count  = 2
  name   = "c${count.index}"
}
module "keyed" {
  source   = "./child"
  for_each = { eu = 1, us = 2 }
  name     = each.key
  size     = each.value
}
module "off" {
  source = "./child"
  count  = 0
  name   = "off"
}
module "single" {
  source = "./child"
  name   = "single"
}
output "counted_splat" {
  value = module.counted[*].name
}
output "counted_index" {
  value = module.counted[1].items
}
output "keyed_all" {
  value = { for k, m in module.keyed : k => m.size }
}
output "keyed_values" {
  value = values(module.keyed)[*].name
}
output "off" {
  value = [module.off[*].name, length(module.off), one(module.off[*].name), try(module.off[0].name, "none")]
}
output "single" {
  value = module.single
}
output "lengths" {
  value = [length(module.counted), length(module.keyed)]
}
