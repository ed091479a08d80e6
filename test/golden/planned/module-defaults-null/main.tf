module "m" {
  source = "./m"
  a      = null
  b      = { x = null, y = null }
  c      = [null, "v"]
}
output "out" {
  value = module.m.out
}
