variable "zone" {}

resource "aws_nat_gateway" "this" {
  subnet_id = var.zone
}
