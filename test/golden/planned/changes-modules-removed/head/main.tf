module "shrinks" {
  source = "./m"
  count  = 1
}
module "new_name" {
  source = "./m"
}
