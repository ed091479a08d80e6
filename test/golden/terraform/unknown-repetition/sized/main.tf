resource "aws_sqs_queue" "this" {
  name = "fixed"
}

output "name" {
  value = aws_sqs_queue.this.name
}
