variable "name" {
  default = "default"
}

resource "aws_sqs_queue" "this" {
  name = var.name
  tags = merge({ Name = var.name }, { Team = "shop" })
}
