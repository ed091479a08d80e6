provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "b" {
  function_name = "b"
  role          = "r"
}

resource "aws_lambda_function" "a" {
  function_name = "a"
  role          = "r"
}
