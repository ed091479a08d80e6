/** Configuration like that of real modules, the same for the same number: about 6 KB a file. */
export function moduleFiles(count: number): ReadonlyMap<string, string> {
  return new Map(
    Array.from({ length: count }, (_, i) => [`m${String(i).padStart(5, '0')}.tf`, moduleFile(i)]),
  );
}

function moduleFile(i: number): string {
  const parts = Array.from({ length: 7 }, (_, part) => {
    const n = i * 7 + part;
    return [variables, resources, network, policy, dynamics, outputs, calls][part]?.(n) ?? '';
  });
  return parts.join('\n');
}

const variables = (n: number): string => `# What service ${n} is given. Changed by the platform team only.
variable "settings_${n}" {
  description = "Sizes, subnets and retention of service ${n}; see the handbook for what they mean and cost"
  type = object({
    instance_type = optional(string, "m5.large")
    subnets       = list(string)
    volumes       = map(object({ size = number, type = string, encrypted = optional(bool, true) }))
    retention     = optional(number, ${7 + (n % 30)})
  })
  nullable = false

  validation {
    condition     = length(var.settings_${n}.subnets) > 0 && alltrue([for s in var.settings_${n}.subnets : startswith(s, "subnet-")])
    error_message = "At least one subnet is needed, and each has an id that starts with subnet-."
  }
}
`;

const resources = (n: number): string => `locals {
  name_${n} = "\${var.environment}-service-${n}"
  tags_${n} = merge(var.tags, { Name = local.name_${n}, Owner = "team-${n % 40}", "cost:center" = "${1000 + (n % 90)}" })
}

resource "aws_instance" "service_${n}" {
  count = var.enabled ? ${1 + (n % 4)} : 0

  ami                    = data.aws_ami.linux_${n}.id
  instance_type          = var.settings_${n}.instance_type
  subnet_id              = element(var.settings_${n}.subnets, count.index)
  vpc_security_group_ids = concat([aws_security_group.service_${n}.id], var.more_groups)
  iam_instance_profile   = try(aws_iam_instance_profile.service_${n}[0].name, null)
  monitoring             = true

  root_block_device {
    volume_type = "gp3"
    volume_size = ${20 + (n % 200)}
    encrypted   = true
    kms_key_id  = var.kms_key_arn != "" ? var.kms_key_arn : null
  }

  user_data = <<-EOT
    #!/bin/bash
    set -euo pipefail
    echo "service ${n} of \${var.environment}" > /etc/motd
    %{ for group in var.more_groups ~}
    /opt/bin/join --group \${group} --region \${data.aws_region.current.name}
    %{ endfor ~}
    systemctl enable --now service-${n}
  EOT

  tags = merge(local.tags_${n}, { Name = "\${local.name_${n}}-\${count.index}" })

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [ami, user_data]
  }
}
`;

const network = (n: number): string => `resource "aws_security_group" "service_${n}" {
  name_prefix = "\${local.name_${n}}-"
  description = "Traffic of service ${n}"
  vpc_id      = var.vpc_id
  tags        = local.tags_${n}
}

resource "aws_security_group_rule" "service_${n}_in" {
  for_each = { for rule in var.rules : "\${rule.protocol}-\${rule.port}" => rule if rule.enabled }

  type              = "ingress"
  from_port         = each.value.port
  to_port           = each.value.port
  protocol          = each.value.protocol
  cidr_blocks       = [for block in each.value.blocks : cidrsubnet(block, 4, ${n % 16})]
  security_group_id = aws_security_group.service_${n}.id
}
`;

const policy = (n: number): string => `data "aws_iam_policy_document" "service_${n}" {
  statement {
    sid       = "ReadObjects"
    effect    = "Allow"
    actions   = ["s3:GetObject", "s3:ListBucket", "s3:GetObjectVersion"]
    resources = ["arn:aws:s3:::\${local.name_${n}}", "arn:aws:s3:::\${local.name_${n}}/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = [var.organization_id]
    }
  }
}

resource "aws_iam_role" "service_${n}" {
  name = "\${local.name_${n}}-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
  tags = local.tags_${n}
}
`;

const dynamics = (n: number): string => `resource "aws_lb_listener" "service_${n}" {
  load_balancer_arn = one(aws_lb.service_${n}[*].arn)
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn

  dynamic "default_action" {
    for_each = var.settings_${n}.volumes
    iterator = action

    content {
      type             = lookup(action.value, "type", "forward")
      target_group_arn = aws_lb_target_group.service_${n}[action.key].arn
      order            = ${n % 9} * 10 + 1
    }
  }

  depends_on = [aws_acm_certificate_validation.service_${n}] // the certificate must be there
}
`;

const outputs = (n: number): string => `output "service_${n}" {
  description = "Where service ${n} answers, and what its machines are called"
  value = {
    address  = length(aws_lb.service_${n}) > 0 ? aws_lb.service_${n}[0].dns_name : null
    machines = aws_instance.service_${n}.*.id
    zones    = distinct([for i in aws_instance.service_${n} : i.availability_zone])
  }
  sensitive = false
}
`;

const calls = (n: number): string => `module "alarms_${n}" {
  source  = "terraform-aws-modules/cloudwatch/aws//modules/metric-alarms-by-multiple-dimensions"
  version = "~> 5.${n % 10}"

  alarm_name          = "\${local.name_${n}}-cpu"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 2
  threshold           = ${50 + (n % 45)}.5
  period              = 60
  dimensions = {
    for index, id in aws_instance.service_${n}[*].id : index => { InstanceId = id }
  }
  alarm_actions = [var.topic_arn]
  tags          = local.tags_${n}
}
`;
