module "gone" {
  source   = "./m"
  for_each = toset(["a", "b"])
}
module "shrinks" {
  source = "./m"
  count  = 2
}
module "renamed" {
  source = "./m"
}
