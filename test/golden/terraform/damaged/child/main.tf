variable "size" {
  default = 1
}

variable "half" {
  default 3
}

locals {
  team "shop"
}

resource "aws_ebs_volume" "sized" {
  size = var.size
  type = var.half
  tags = { Team = local.team }
}
