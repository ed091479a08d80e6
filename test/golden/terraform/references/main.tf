provider "aws" {
  region = "eu-west-1"
}


data "aws_ami" "latest" {
  owners = ["self"]
}

data "terraform_remote_state" "network" {
  backend = "s3"
}

resource "aws_launch_template" "web" {
  image_id      = data.aws_ami.latest.id
  instance_type = "m5.large"
  key_name      = null
}

resource "aws_autoscaling_group" "web" {
  max_size = 3
  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
  vpc_zone_identifier = data.terraform_remote_state.network.outputs.subnets
  load_balancers      = data.aws_ami.latest.owners
  placement_group     = aws_launch_template.web.key_name
}

module "remote" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
  cidr    = "10.0.0.0/16"
}

module "not_used" {
  source = "git::https://example.com/x.git"
  count  = 0
}

resource "aws_instance" "in_remote" {
  subnet_id     = module.remote.private_subnets[0]
  instance_type = coalesce(null, "t3.micro")
  tags          = { Name = "web-${module.remote.name}", Version = provider::aws::arn_parse("x").version }
}

resource "aws_eip" "each" {
  count    = 2
  instance = aws_instance.in_remote.id
}

resource "aws_ssm_parameter" "ids" {
  insecure_value = aws_eip.each[*].id
}
