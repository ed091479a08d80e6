/** A generated Terraform root of mixed resources, the same for the same number. */
export function manyResources(count: number, instanceType: string): Record<string, string> {
  const files: Record<string, string> = {
    'infra/main.tf': `
variable "environment" { default = "prod" }
variable "size" { default = "${instanceType}" }
locals { tags = { owner = "bench", environment = var.environment } }
provider "aws" {
  region = "us-east-1"
  default_tags { tags = local.tags }
}
`,
  };
  const perFile = 100;
  for (let first = 0; first < count; first += perFile) {
    const blocks: string[] = [];
    for (let i = first; i < Math.min(first + perFile, count); i++) blocks.push(block(i));
    files[`infra/part-${first / perFile}.tf`] = blocks.join('\n');
  }
  return files;
}

function block(i: number): string {
  const kinds = [
    `resource "aws_instance" "r${i}" {
  ami           = "ami-0123456789"
  instance_type = var.size
  root_block_device {
    volume_type = "gp3"
    volume_size = ${20 + (i % 50)}
  }
  tags = merge(local.tags, { Name = "web-${i}" })
}`,
    `resource "aws_ebs_volume" "r${i}" {
  availability_zone = "us-east-1a"
  size              = ${10 + (i % 90)}
  type              = "gp3"
}`,
    `resource "aws_db_instance" "r${i}" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = ${20 + (i % 80)}
  storage_type      = "gp3"
  multi_az          = ${i % 2 === 0}
}`,
    `resource "aws_s3_bucket" "r${i}" {
  bucket = "bucket-${i}-\${var.environment}"
}`,
    `resource "aws_lambda_function" "r${i}" {
  function_name = "f-${i}"
  role          = aws_iam_role.r${i + 1}.arn
  memory_size   = ${128 * (1 + (i % 8))}
}`,
    `resource "aws_iam_role" "r${i}" {
  name = "role-${i}"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}`,
    `resource "aws_sqs_queue" "r${i}" {
  name = "queue-${i}"
}`,
    `resource "aws_security_group" "r${i}" {
  name   = "sg-${i}"
  vpc_id = "vpc-1"
  dynamic "ingress" {
    for_each = [80, 443]
    content {
      from_port = ingress.value
      to_port   = ingress.value
      protocol  = "tcp"
    }
  }
}`,
  ];
  return kinds[i % kinds.length] ?? '';
}

/** Many roots of a few files each, of which a change touches one: the shape of a large repository. */
export function manyFiles(count: number, instanceType: string): Record<string, string> {
  const files: Record<string, string> = {};
  const perRoot = 8;
  for (let root = 0; root * perRoot < count; root++) {
    const size = root === 0 ? instanceType : 't3.medium';
    const folder = `teams/team-${root % 40}/service-${root}`;
    files[`${folder}/main.tf`] = `
terraform { backend "s3" {} }
provider "aws" { region = var.region }
module "app" {
  source = "../../../modules/app"
  name   = "service-${root}"
  size   = "${size}"
}
`;
    files[`${folder}/variables.tf`] = 'variable "region" { default = "eu-west-1" }\n';
    for (let i = 2; i < perRoot; i++)
      files[`${folder}/part-${i}.tf`] = block(root * perRoot + i)
        .replaceAll('var.size', `"${size}"`)
        .replaceAll('local.tags', '{}')
        .replaceAll('var.environment', '"prod"');
  }
  files['modules/app/main.tf'] = `
variable "name" { type = string }
variable "size" { type = string }
resource "aws_instance" "app" {
  ami           = "ami-0123456789"
  instance_type = var.size
  tags          = { Name = var.name }
}
`;
  return files;
}
