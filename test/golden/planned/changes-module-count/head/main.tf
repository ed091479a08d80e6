module "gains" {
  source = "./m"
  count  = 1
}
module "loses" {
  source = "./m"
}
