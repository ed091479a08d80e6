provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Team = "shop" }
  }
}

provider "aws" {
  alias  = "west"
  region = "us-west-1"
}

provider "google" {
  project = "shop-1"
  region  = "europe-west1"
}

provider "azurerm" {
  subscription_id = "00000000-0000-0000-0000-000000000001"
  tenant_id       = "00000000-0000-0000-0000-000000000002"
  features {}
}

data "aws_region" "here" {}
data "aws_caller_identity" "me" {}
data "aws_partition" "here" {}
data "aws_default_tags" "all" {}
data "google_client_config" "here" {}
data "azurerm_client_config" "here" {}

data "aws_availability_zones" "plain" {
  state = "available"
}

data "aws_availability_zones" "regional" {
  exclude_names = ["eu-west-1c"]
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

data "aws_availability_zones" "local" {
  all_availability_zones = true
}

data "aws_availability_zones" "elsewhere" {
  provider = aws.west
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["arn:${data.aws_partition.here.partition}:s3:::${aws_s3_bucket.logs.id}/&{aws:username}/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.me.account_id]
    }
  }
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
    not_principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "merged" {
  source_policy_documents = [data.aws_iam_policy_document.read.json]
}

data "aws_iam_policy_document" "unknown" {
  statement {
    actions   = ["s3:*"]
    resources = [aws_sqs_queue.jobs.arn]
  }
}

data "aws_ami" "ubuntu" {
  most_recent = true
}

data "aws_ami" "each" {
  for_each = toset(["a", "b"])
}

data "terraform_remote_state" "network" {
  backend = "s3"
}

data "terraform_remote_state" "printed" {
  backend = "gcs"
}

data "terraform_remote_state" "plain" {
  backend = "remote"
}

data "terraform_remote_state" "other" {
  backend = "local"
}

data "tfe_outputs" "shop" {
  organization = "o"
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs-${data.aws_caller_identity.me.account_id}-${data.aws_region.here.name}"
}

resource "aws_sqs_queue" "jobs" {
  name   = "jobs"
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_sns_topic" "all" {
  kms_master_key_id = data.aws_iam_policy_document.unknown.json
  policy            = data.aws_iam_policy_document.merged.json
  tags              = data.aws_default_tags.all.tags
}

resource "aws_subnet" "zones" {
  count             = length(data.aws_availability_zones.regional.names)
  availability_zone = data.aws_availability_zones.plain.names[count.index]
  vpc_id            = data.terraform_remote_state.network.outputs.vpc_id
}

module "child" {
  source   = "./child"
  for_each = toset(data.aws_availability_zones.regional.names)
  zone     = each.key
}

resource "aws_subnet" "unknown" {
  vpc_id     = data.terraform_remote_state.network.outputs.missing
  cidr_block = data.terraform_remote_state.other.outputs.cidr
  tags = {
    local     = length(data.aws_availability_zones.local.names)
    elsewhere = join(",", data.aws_availability_zones.elsewhere.names)
    user      = data.aws_caller_identity.me.user_id
  }
}

resource "aws_instance" "web" {
  ami           = data.aws_ami.ubuntu.id
  instance_type = data.terraform_remote_state.printed.outputs.sizes["web"]
  user_data     = data.terraform_remote_state.network.outputs.token
  key_name      = data.terraform_remote_state.plain.outputs.key
  host_id       = data.tfe_outputs.shop.values.host
  tags = {
    a     = data.aws_ami.each["a"].id
    b     = data.aws_ami.each["b"].id
    owner = data.aws_ami.ubuntu.owner_id
  }
}

resource "google_compute_address" "a" {
  name   = data.google_client_config.here.project
  region = data.google_client_config.here.region
}

resource "azurerm_role_assignment" "a" {
  scope        = "/subscriptions/${data.azurerm_client_config.here.subscription_id}"
  principal_id = data.azurerm_client_config.here.object_id
}
