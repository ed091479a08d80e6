provider "aws" {
  region = "us-west-1"
}


data "aws_availability_zones" "here" {}

variable "enabled" {
  type = bool
}

variable "extra" {
  type = map(string)
}

# A stand-in for the list would make a made-up number of subnets.
resource "aws_subnet" "zones" {
  count             = length(data.aws_availability_zones.here.names)
  availability_zone = data.aws_availability_zones.here.names[count.index]
  cidr_block        = "10.0.0.0/24"
}

resource "aws_subnet" "maybe" {
  count      = var.enabled ? 1 : 0
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "partly" {
  for_each   = merge(var.extra, { known = "10.0.2.0/24" })
  cidr_block = each.value
}

resource "aws_route_table_association" "first" {
  subnet_id      = aws_subnet.maybe[0].id
  route_table_id = try(aws_subnet.maybe[0].cidr_block, "none")
}

module "sized" {
  source = "./sized"
  count  = length(data.aws_availability_zones.here.names)
}

resource "aws_ssm_parameter" "all" {
  insecure_value = join(",", module.sized[*].name)
}

# OpenTofu: one instance or none.
resource "aws_sqs_queue" "off" {
  lifecycle {
    enabled = false
  }
}

resource "aws_sqs_queue" "perhaps" {
  name = "perhaps"
  lifecycle {
    enabled = var.enabled
  }
}

resource "aws_ssm_parameter" "perhaps" {
  insecure_value = aws_sqs_queue.perhaps.name
}
