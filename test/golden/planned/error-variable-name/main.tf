variable "a b" {
  default = 1
}
resource "terraform_data" "x" {}
