variable "names" {
  type = list(string)
}

variable "size" {
  type = string
}

resource "aws_sqs_queue" "this" {
  count         = var.size
  name          = var.names[count.index]
  delay_seconds = var.size
}

output "queues" {
  value = aws_sqs_queue.this[*].name
}
