provider "aws" {
  region = "eu-west-1"
}


module "app" {
  source = "../../modules/app"
}

resource "aws_ssm_parameter" "own" {
  insecure_value = file("note.txt")
  root  = path.root
}

resource "aws_ssm_parameter" "outside" {
  insecure_value = file("../../../../etc/passwd")
  home  = file("/etc/passwd")
}
