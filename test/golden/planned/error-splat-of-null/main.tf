variable "list" {
  type    = list(string)
  default = null
}
resource "terraform_data" "x" {
  input = var.list[*]
}
