resource "aws_instance" "overridden" {
  instance_type = "t3.large"

  dynamic "ebs_block_device" {
    for_each = ["c"]
    content {
      device_name = ebs_block_device.value
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  size = 5
}

resource "aws_instance" "without_base" {}
