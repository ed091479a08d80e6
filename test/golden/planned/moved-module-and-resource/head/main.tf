module "new" {
  source   = "./m"
  for_each = toset(["a", "c"])
}
moved {
  from = module.old
  to   = module.new
}
moved {
  from = module.new["b"]
  to   = module.new["c"]
}
