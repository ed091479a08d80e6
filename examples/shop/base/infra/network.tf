locals {
  name = "shop-${var.environment}"

  # One NAT gateway is enough until a zone outage may no longer stop the shop.
  nat_zones = slice(var.availability_zones, 0, 1)
}

resource "aws_vpc" "shop" {
  cidr_block = "10.20.0.0/16"
  tags       = { owner = "platform" }
}

resource "aws_subnet" "public" {
  for_each = { for index, zone in var.availability_zones : zone => index }

  vpc_id            = aws_vpc.shop.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.shop.cidr_block, 8, each.value)
  tags              = { owner = "platform" }
}

resource "aws_eip" "nat" {
  for_each = toset(local.nat_zones)
  domain   = "vpc"
  tags     = { owner = "platform" }
}

resource "aws_nat_gateway" "shop" {
  for_each = toset(local.nat_zones)

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id
  tags          = { owner = "platform" }
}

resource "aws_lb" "shop" {
  name               = local.name
  load_balancer_type = "application"
  subnets            = [for subnet in aws_subnet.public : subnet.id]
  tags               = { owner = "platform" }
}
