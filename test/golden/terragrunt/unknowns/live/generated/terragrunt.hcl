terraform {
  source = "../../modules/m"
}


generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = <<EOF
provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["${get_aws_account_id()}"]
  default_tags {
    tags = {
      account = "id-${get_aws_account_id()}"
      static  = "yes"
      secret  = "${sops_decrypt_file("x")}"
    }
  }
}
EOF
}

generate "more" {
  path      = "more.tf"
  if_exists = "overwrite"
  contents  = <<EOF
%{ for name in ["a", "b"] ~}
resource "x_y" "${name}" {}
%{ endfor ~}
%{ if get_terraform_command() == "destroy" ~}
resource "x_y" "never" {}
%{ else ~}
resource "x_y" "always" {
  v = ${get_aws_account_id()}
}
%{ endif ~}
EOF
}
