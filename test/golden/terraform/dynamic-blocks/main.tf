provider "aws" {
  region = "eu-west-1"
}


data "aws_ami" "base" {}

variable "rules" {
  default = {
    web = { port = 443, cidrs = ["10.0.0.0/8", "192.168.0.0/16"] }
    ssh = { port = 22, cidrs = [] }
  }
}

resource "aws_security_group" "all" {
  ingress {
    from_port = 1
  }

  dynamic "ingress" {
    for_each = var.rules
    iterator = rule
    content {
      description = rule.key
      from_port   = rule.value.port

      dynamic "source" {
        for_each = rule.value.cidrs
        content {
          cidr = source.value
          name = "${rule.key}-${source.key}"
        }
      }
    }
  }

  ingress {
    from_port = 9
  }
}

resource "aws_instance" "disks" {
  dynamic "ebs_block_device" {
    for_each = data.aws_ami.base.block_device_mappings
    content {
      volume_size = 100
      device_name = ebs_block_device.value.device_name
    }
  }

  dynamic "metadata_options" {
    for_each = [] # none
    content {
      http_tokens = "required"
    }
  }

  dynamic "wrong" {
    for_each = 5
    content {}
  }
}

resource "aws_ssm_parameter" "reads" {
  first_port = aws_security_group.all.ingress[0].from_port
  computed   = aws_security_group.all.ingress[0].rule_id
}

# Written once and read without an index: an object in some providers, a list in others.
resource "datadog_integration_aws_account" "one" {
  auth_config {
    role {
      name = "reader"
    }
  }
}

resource "aws_ssm_parameter" "object_block" {
  name  = datadog_integration_aws_account.one.auth_config.role.name
  insecure_value = datadog_integration_aws_account.one.auth_config.role.external_id
}
