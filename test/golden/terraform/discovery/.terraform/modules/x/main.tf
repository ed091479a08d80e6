provider "aws" {}

resource "aws_vpc" "cached" {}
