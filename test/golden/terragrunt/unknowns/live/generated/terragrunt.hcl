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
