terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
    amazon = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Team = "shop", Region = "${local.name}-eu" }
  }
}

provider "aws" {
  alias  = "us"
  region = var.us_region
}

provider "aws" {
  alias = "nowhere"
}

provider "amazon" {
  region = "ap-south-1"
}

variable "us_region" {
  default = "us-east-1"
}

locals {
  name = "shop"
}

resource "aws_sqs_queue" "default" {}

resource "aws_sqs_queue" "us" {
  provider = aws.us
}

resource "aws_sqs_queue" "own_region" {
  region = "eu-north-1"
}

resource "aws_sqs_queue" "nowhere" {
  provider = aws.nowhere
}

resource "aws_sqs_queue" "undeclared" {
  provider = aws.missing
}

resource "aws_sqs_queue" "local_name" {
  provider = amazon
}

module "inherits" {
  source = "./child"
  providers = {
    aws.other = aws.us
  }
}

module "swapped" {
  source = "./child"
  providers = {
    aws       = aws.us
    aws.other = aws
  }
}

module "nothing_passed" {
  source = "./child"
}

data "aws_region" "us" {
  provider = aws.us
}

resource "aws_ssm_parameter" "region" {
  insecure_value = data.aws_region.us.name
}
