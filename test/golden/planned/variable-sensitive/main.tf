variable "secret" {
  type      = string
  sensitive = true
  default   = "s3cret"
}
variable "partly" {
  type      = object({ user = string, password = string })
  sensitive = true
  default   = { user = "u", password = "p" }
}
locals {
  joined  = "user:${var.secret}"
  mixed   = { open = "o", closed = var.secret, list = [1, var.secret] }
  length  = length(var.secret)
  choice  = var.secret == "s3cret" ? "yes" : "no"
  bare    = nonsensitive(var.secret)
  wrapped = sensitive({ a = 1, b = [2] })
}
resource "terraform_data" "x" {
  input = {
    joined  = local.joined
    mixed   = local.mixed
    length  = local.length
    choice  = local.choice
    user    = var.partly.user
    wrapped = local.wrapped
    keys    = keys(local.mixed)
    upper   = upper(var.secret)
    merged  = merge({ a = 1 }, { b = var.secret })
    open    = "open"
  }
}
resource "terraform_data" "many" {
  for_each = toset(["a"])
  input    = { key = each.key, secret = var.secret }
}
output "hidden" {
  value     = local.mixed
  sensitive = true
}
