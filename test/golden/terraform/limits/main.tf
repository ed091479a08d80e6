provider "aws" {
  region = "eu-west-1"
}


resource "aws_sqs_queue" "huge" {
  count = 1e30
}

locals {
  l0 = ["x", "x", "x", "x", "x", "x", "x", "x", "x", "x"]
  l1 = [local.l0, local.l0, local.l0, local.l0, local.l0, local.l0, local.l0, local.l0, local.l0, local.l0]
  l2 = [local.l1, local.l1, local.l1, local.l1, local.l1, local.l1, local.l1, local.l1, local.l1, local.l1]
  l3 = [local.l2, local.l2, local.l2, local.l2, local.l2, local.l2, local.l2, local.l2, local.l2, local.l2]
  l4 = [local.l3, local.l3, local.l3, local.l3, local.l3, local.l3, local.l3, local.l3, local.l3, local.l3]
  l5 = [local.l4, local.l4, local.l4, local.l4, local.l4, local.l4, local.l4, local.l4, local.l4, local.l4]
}

resource "aws_ssm_parameter" "laughs" {
  insecure_value = local.l5
}
