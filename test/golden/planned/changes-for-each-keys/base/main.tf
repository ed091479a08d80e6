resource "terraform_data" "x" {
  for_each = { a = 1, b = 2, c = 3 }
  input    = each.value
}
module "m" {
  source   = "./m"
  for_each = toset(["p", "q"])
}
