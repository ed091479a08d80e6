resource "aws_db_instance" "orders" {
  identifier        = "${local.name}-orders"
  engine            = "postgres"
  engine_version    = "17.4"
  instance_class    = var.database.class
  allocated_storage = var.database.storage_gb
  storage_type      = "gp3"
  multi_az          = var.database.multi_az
  tags              = { owner = "orders" }
}

resource "aws_s3_bucket" "images" {
  bucket = "${local.name}-images"
  tags   = { owner = "storefront" }
}

resource "aws_sqs_queue" "orders" {
  name = "${local.name}-orders"
  tags = { owner = "orders" }
}

resource "aws_cloudwatch_log_group" "web" {
  name              = "/shop/${var.environment}/web"
  retention_in_days = 30
  tags              = { owner = "platform" }
}
