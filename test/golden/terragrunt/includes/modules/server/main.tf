variable "name" { type = string }
variable "size" {
  type    = string
  default = "small"
}
variable "tags" {
  type    = map(string)
  default = {}
}
variable "zones" {
  type    = list(string)
  default = []
}

resource "aws_instance" "server" {
  count         = max(length(var.zones), 1)
  instance_type = var.size
  tags          = merge(var.tags, { Name = var.name })
}

output "ids" { value = aws_instance.server[*].id }
output "name" { value = var.name }

terraform {
  backend "s3" {}
}
