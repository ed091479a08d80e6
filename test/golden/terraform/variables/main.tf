provider "aws" {
  region = "eu-west-1"
}


variable "from_default" {
  type    = number
  default = "8"
}

variable "from_tfvars" {
  default = "default"
}

variable "from_auto" {
  default = "default"
}

variable "from_json" {
  type = list(object({ name = string, size = optional(number, 10), note = optional(string) }))
}

variable "from_environment" {
  type = list(string)
}

variable "literal" {
  type = string
}

variable "not_null" {
  type     = string
  default  = "kept"
  nullable = false
}

variable "secret" {
  type      = string
  sensitive = true
}

variable "wrong" {
  type = number
}

variable "missing" {
  type = string
}

resource "aws_ssm_parameter" "all" {
  from_default     = var.from_default
  from_tfvars      = var.from_tfvars
  from_auto        = var.from_auto
  from_json        = var.from_json
  from_environment = var.from_environment
  literal          = var.literal
  not_null         = var.not_null
  secret           = "prefix-${var.secret}"
  wrong            = var.wrong
  missing          = "x-${var.missing}"
}

resource "aws_ssm_parameter" "undeclared" {
  name  = var.from_tfvar
  insecure_value = local.nothing
  type  = aws_sqs_queue.nothing.name
  tier  = module.nothing.name
}
