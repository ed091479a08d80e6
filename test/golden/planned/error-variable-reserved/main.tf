variable "source" {
  default = 1
}
resource "terraform_data" "x" {}
