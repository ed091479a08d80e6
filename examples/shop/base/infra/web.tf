data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-*-x86_64"]
  }
}

module "web" {
  source = "./modules/web"

  name          = local.name
  image         = data.aws_ami.linux.id
  instance_type = var.web.instance_type
  size          = { min = var.web.min, desired = var.web.desired, max = var.web.max }
  subnets       = [for subnet in aws_subnet.public : subnet.id]
  tags          = { owner = "storefront" }
}

resource "aws_lambda_function" "thumbnails" {
  function_name = "${local.name}-thumbnails"
  role          = aws_iam_role.thumbnails.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "thumbnails.zip"
  memory_size   = 1024
  architectures = ["arm64"]
  tags          = { owner = "storefront" }
}

resource "aws_iam_role" "thumbnails" {
  name = "${local.name}-thumbnails"
  tags = { owner = "storefront" }

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}
