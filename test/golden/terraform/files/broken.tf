resource "aws_sqs_queue" "broken" {
  name = = "x"
  fifo_queue = true
}

resource "aws_sqs_queue" "after_broken" {}

resource "aws_sqs_queue" "from_tf" {
  name = "twice"
}

resource "aws_sqs_queue" {}

nonsense "x" {}
