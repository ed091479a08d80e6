variable "db" {
  type = object({ host = string, password = string, ports = list(number) })
  default = {
    host     = "h"
    password = "p"
    ports    = [1, 2]
  }
}
variable "token" {
  type      = string
  sensitive = true
  default   = "tok"
}
locals {
  config = merge(var.db, { password = sensitive(var.db.password) })
  list   = [for i in range(2) : { i = i, token = i == 0 ? var.token : "plain" }]
  json   = jsonencode(local.config)
}
resource "terraform_data" "config" {
  input = local.config
}
resource "terraform_data" "list" {
  input = local.list
}
resource "terraform_data" "json" {
  input = local.json
}
resource "terraform_data" "by_key" {
  for_each = { for k, v in local.config : k => v if k != "password" }
  input    = each.value
}
module "child" {
  source = "./child"
  token  = var.token
  open   = "o"
}
resource "terraform_data" "from_module" {
  input = { all = module.child.all, open = module.child.open, length = length(module.child.list) }
}
resource "terraform_data" "set" {
  input = [toset(["a", var.token]), { a = var.token }["a"], [var.token, "b"][1]]
}
