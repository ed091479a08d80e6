locals {
  environments = ["dev", "prod"]
  services     = { api = ["dev", "prod"], batch = ["prod"] }
  deployments  = { for pair in flatten([for s, envs in local.services : [for e in envs : { service = s, env = e }]]) : "${pair.service}.${pair.env}" => pair }
}
resource "terraform_data" "environment" {
  for_each = toset(local.environments)
  input    = { name = each.key, size = each.key == "prod" ? 3 : 1 }
}
resource "terraform_data" "deployment" {
  for_each         = local.deployments
  input            = merge(each.value, { replicas = terraform_data.environment[each.value.env].input.size })
  triggers_replace = terraform_data.environment[each.value.env].input
}
output "replicas" {
  value = { for k, d in terraform_data.deployment : k => d.input.replicas }
}
output "per_env" {
  value = { for e in local.environments : e => [for d in terraform_data.deployment : d.input.service if d.input.env == e] }
}
