provider "aws" {
  region = "eu-west-1"
}


resource "aws_sqs_queue" "numbered" {
  count = 2
  name  = "queue-${count.index}"
}

resource "aws_sqs_queue" "named" {
  for_each = { b = 20, a = 10 }
  name     = each.key
  delay_seconds = each.value
}

resource "aws_sqs_queue" "set" {
  for_each = toset(["x", "x", "y"])
  name     = "${each.key}-${each.value}"
}

resource "aws_sqs_queue" "none" {
  count = 0
}

resource "aws_sqs_queue" "text" {
  count = "1"
}

resource "aws_sqs_queue" "wrong" {
  for_each = ["a", "b"]
}

resource "aws_sqs_queue" "negative" {
  count = -1
}

# A map of what another resource repeats: one instance each, not one for each attribute.
resource "aws_sns_topic_subscription" "all" {
  for_each = aws_sqs_queue.named
  topic    = each.value.name
  endpoint = each.value.arn
}

resource "aws_ssm_parameter" "references" {
  name   = aws_sqs_queue.numbered[1].name
  insecure_value = join(",", aws_sqs_queue.numbered[*].name)
  type   = aws_sqs_queue.named["a"].delay_seconds
  tier   = try(aws_sqs_queue.none[0].name, "no queue")
  policy = length(aws_sqs_queue.none)
}

resource "aws_ssm_parameter" "beyond" {
  name = aws_sqs_queue.numbered[7].name
}
