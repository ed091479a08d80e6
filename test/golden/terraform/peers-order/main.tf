provider "aws" {
  region = "us-west-1"
}

# The number of instances of one module comes from another module's outputs.
module "queues" {
  source   = "./queue"
  for_each = module.names.by_key
  name     = each.value
}

module "counted" {
  source = "./queue"
  count  = length(module.names.list)
  name   = module.names.list[count.index]
}

module "names" {
  source = "./zones"
  prefix = local.prefix
}

locals {
  prefix = "app"
}

# for_each over a resource goes over its instances.
resource "aws_s3_bucket" "each" {
  for_each = toset(["a", "b"])
  bucket   = "x-${each.key}"
}

resource "aws_s3_bucket_versioning" "each" {
  for_each = aws_s3_bucket.each
  bucket   = each.value.bucket
  mfa      = each.key
}

# A list that nobody knows is no number of instances, and its elements are none.
data "aws_availability_zones" "all" {}

data "aws_subnets" "all" {}

resource "aws_subnet" "zones" {
  count             = length(data.aws_availability_zones.all.names)
  availability_zone = data.aws_availability_zones.all.names[count.index]
}

resource "aws_instance" "each" {
  for_each  = toset(data.aws_subnets.all.ids)
  subnet_id = each.value
}

resource "aws_instance" "some" {
  for_each      = merge({ known = "m5.large" }, { for id in data.aws_subnets.all.ids : id => "t3.small" })
  instance_type = each.value
}

# Optional attributes have their defaults, zero instances stay zero.
variable "group" {
  type = object({
    size = optional(number, 2)
    kind = optional(string, "m5.large")
  })
  default = { size = null }
}

resource "aws_instance" "optional" {
  count         = var.group.size
  instance_type = var.group.kind
}

module "self" {
  source = "./self"
}

moved {
  from = aws_instance.old
  to   = aws_instance.each
}

resource "aws_sqs_queue" "called" {
  name = provider::acme::rename("x")
  fifo_queue = false
}
