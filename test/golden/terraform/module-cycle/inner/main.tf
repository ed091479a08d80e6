module "again" {
  source = "../inner"
}

module "outside" {
  source = "../../../elsewhere"
}

module "empty" {
  source = "../nothing-there"
}

resource "aws_sqs_queue" "in_inner" {
  name = "inner"
}
