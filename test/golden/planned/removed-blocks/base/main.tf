resource "terraform_data" "destroyed" {
  input = 1
}
resource "terraform_data" "forgotten" {
  count = 2
  input = 1
}
resource "terraform_data" "plain" {
  input = 1
}
module "m" {
  source = "./m"
}
