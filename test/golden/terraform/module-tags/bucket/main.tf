variable "name" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "more" {
  type    = map(string)
  default = null
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
  tags   = merge(var.tags, { Module = "bucket" }, var.more)
}
