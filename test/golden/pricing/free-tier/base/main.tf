provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "b" {
  function_name = "b"
  role          = "r"
}
