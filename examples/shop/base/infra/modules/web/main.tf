variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "instance_type" {
  type = string
}

variable "size" {
  type = object({ min = number, desired = number, max = number })
}

variable "subnets" {
  type = list(string)
}

variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_launch_template" "web" {
  name_prefix   = "${var.name}-"
  image_id      = var.image
  instance_type = var.instance_type
  tags          = var.tags

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type = "gp3"
      volume_size = 30
    }
  }

  dynamic "tag_specifications" {
    for_each = ["instance", "volume"]

    content {
      resource_type = tag_specifications.value
      tags          = merge(var.tags, { Name = var.name })
    }
  }
}

resource "aws_autoscaling_group" "web" {
  name                = var.name
  min_size            = var.size.min
  desired_capacity    = var.size.desired
  max_size            = var.size.max
  vpc_zone_identifier = var.subnets

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }

  dynamic "tag" {
    for_each = merge(var.tags, { service = "shop", environment = "prod" })

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
