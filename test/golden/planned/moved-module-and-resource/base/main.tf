module "old" {
  source   = "./m"
  for_each = toset(["a", "b"])
}
