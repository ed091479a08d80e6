provider "aws" {
  region = "eu-west-1"
}


locals {
  common = { Team = "shop", Stage = var.stage }
}

variable "stage" {
  type = string
}

module "bucket" {
  source   = "./bucket"
  for_each = toset(["images", "logs"])
  name     = each.key
  tags     = merge(local.common, { Name = each.key })
}
