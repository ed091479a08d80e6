provider "aws" {
  region = "eu-west-1"
}


module "inner" {
  source = "./inner"
}

resource "aws_sqs_queue" "still_here" {
  name = "here"
}

# Each needs a part of the other, and not the same part: no circle.
module "left" {
  source = "./pass"
  in     = module.right.fixed
}

module "right" {
  source = "./pass"
  in     = module.left.fixed
}

module "loop" {
  source = "./pass"
  in     = module.loop.out
}

resource "aws_sqs_queue" "right" {
  name          = module.right.out
  delay_seconds = module.loop.out
}

locals {
  a = "${local.b}x"
  b = local.c
  c = local.a
}

resource "aws_sqs_queue" "looped" {
  name = local.a
}
