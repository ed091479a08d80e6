variable "shown" {
  type    = string
  default = "s"
}
variable "token" {
  type      = string
  ephemeral = true
  default   = "t"
}
locals {
  has_token = ephemeralasnull(var.token)
}
resource "terraform_data" "x" {
  input = { shown = var.shown, token = local.has_token }
}
