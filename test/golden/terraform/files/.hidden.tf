resource "aws_sqs_queue" "never" {}
