provider "aws" {
  region = "eu-west-1"
}


resource "aws_sqs_queue" "from_tf" {}

moved {
  from = aws_sqs_queue.old
  to   = aws_sqs_queue.from_tf
}

moved {
  from = "nonsense ${1}"
  to   = aws_sqs_queue.from_tf
}
