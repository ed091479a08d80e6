module "gains" {
  source = "./m"
}
module "loses" {
  source = "./m"
  count  = 1
}
