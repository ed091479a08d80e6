# What could not be read is unknown, never absent: arguments, tags, blocks, inputs, defaults.
provider "aws" {
  alias  = "cut"
  region = = "eu-west-1"
}

provider "aws" {
  alias = "headless"
  default_tags "x {
    tags = { Team = "shop" }
  }
}

resource "aws_sqs_queue" "half" {
  name = "half"
  tags { Team = "shop" } more
  lost: 1
}

resource "aws_autoscaling_group" "blocks" {
  max_size = 2
  tag {
    key   = "Team"
    value = "shop"
  }
  tag "x {
    key = "Owner"
  }
}

resource "aws_instance" "nested" {
  root_block_device {
    volume_size = 10
    volume_type "gp3"
  }
}

resource "aws_sqs_queue" "cut" {
  provider = aws.cut
}

resource "aws_sqs_queue" "headless" {
  provider = aws.headless
}

module "child" {
  source = "./child"
  size 10
}
