locals {
  name = "a_override"
}
resource "terraform_data" "x" {
  triggers_replace = ["a_override"]
}
variable "size" {
  default = 2
}
