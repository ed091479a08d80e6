resource "aws_instance" "overridden" {
  instance_type = "t3.micro"
  ami           = "ami-1"

  ebs_block_device {
    device_name = "a"
  }

  ebs_block_device {
    device_name = "b"
  }

  lifecycle {
    ignore_changes = [tags["X"], ami]
  }
}

locals {
  size = 1
}

resource "aws_sqs_queue" "sized" {
  delay_seconds = local.size
}
