module "a" {
  source  = "./child"
  port    = "80"
  tags    = { Name = "x", Count = 3, On = true }
  object  = { a = 1, dropped = "d" }
  listed  = toset(["b", "a"])
  objects = { one = { size = "5" }, two = { size = 6, extra = true } }
  any     = ["a", 1]
  flags   = { a = "true", b = 0 > 1 }
}
output "all" {
  value = module.a.all
}
output "sum" {
  value = module.a.sum
}
output "any" {
  value = module.a.any
}
