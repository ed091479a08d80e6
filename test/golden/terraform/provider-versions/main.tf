terraform {
  required_providers {
    amazon = {
      source = "hashicorp/aws"
    }
  }
}

provider "amazon" {
  region = "eu-central-1"
  default_tags {
    tags = { Team = "shop" }
  }
  ignore_tags {
    keys         = ["Owner"]
    key_prefixes = ["kubernetes.io/"]
  }
}

provider "amazon" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_sqs_queue" "by_type" {
  name = "a"
}

resource "aws_sqs_queue" "by_name" {
  provider = amazon.west
  name     = "b"
}

resource "aws_sqs_queue" "region_of_its_own" {
  provider = amazon
  region   = "eu-west-3"
  name     = "c"
}

resource "random_id" "x" {
  byte_length = 2
}

module "inherits" {
  source = "./child"
}

module "passed" {
  source    = "./child"
  providers = { aws = amazon.west }
}
