variable "teams" {
  default = {
    core = { members = ["a", "b"], apps = { api = { cpu = 256, replicas = 2 }, job = { cpu = 512 } } }
    data = { members = ["b", "c"], apps = { etl = { cpu = 1024, replicas = 3 } } }
    idle = { members = [], apps = {} }
  }
}
locals {
  apps = merge([
    for team, t in var.teams : {
      for app, a in t.apps : "${team}/${app}" => merge({ replicas = 1 }, a, { team = team })
    }
  ]...)
  members   = distinct(flatten([for t in var.teams : t.members]))
  by_member = { for m in local.members : m => sort([for team, t in var.teams : team if contains(t.members, m)]) }
  totals    = { for team, t in var.teams : team => sum(concat([0], [for a in values(t.apps) : a.cpu * lookup(a, "replicas", 1)])) }
  largest   = element([for n, a in local.apps : n if a.cpu == max(values(local.apps)[*].cpu...)], 0)
}
resource "terraform_data" "app" {
  for_each = local.apps
  input    = each.value
}
resource "terraform_data" "member" {
  for_each = toset(local.members)
  input    = local.by_member[each.key]
}
output "totals" {
  value = local.totals
}
output "largest" {
  value = local.largest
}
