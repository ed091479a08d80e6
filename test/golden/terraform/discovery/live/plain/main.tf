resource "aws_sqs_queue" "plain" {}
