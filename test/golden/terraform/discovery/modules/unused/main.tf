resource "aws_vpc" "unused" {}
