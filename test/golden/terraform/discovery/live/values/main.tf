resource "aws_sqs_queue" "values" {}
