provider "aws" {
  region = "eu-west-1"
}


module "second" {
  source = "./second"
  names  = module.first.names
  size   = module.first.size
}

module "first" {
  source = "./first"
  prefix = local.prefix
}

module "many" {
  source   = "./second"
  for_each = module.first.map
  names    = [each.key]
  size     = each.value
}

locals {
  prefix = "app"
}

resource "aws_ssm_parameter" "out" {
  name  = module.many["app-a"].queues[0]
  insecure_value = jsonencode({ for key, one in module.many : key => one.queues })
}

resource "aws_ssm_parameter" "wrong" {
  name = module.many.queues
}
