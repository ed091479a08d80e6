variable "v" {
  type    = optional(string)
  default = "x"
}
resource "terraform_data" "x" {
  input = var.v
}
