provider "aws" {
  region = "eu-west-1"
}

variable "domains" {
  type    = list(string)
  default = ["example.com", "*.example.com", "example.com"]
}

variable "unset" {
  type = string
}

resource "aws_acm_certificate" "dns" {
  domain_name               = var.domains[0]
  subject_alternative_names = slice(var.domains, 1, 3)
  validation_method         = "DNS"
}

resource "aws_route53_record" "dns" {
  for_each = {
    for option in aws_acm_certificate.dns.domain_validation_options : option.domain_name => {
      name   = option.resource_record_name
      record = option.resource_record_value
    }
  }
  name    = each.value.name
  records = [each.value.record]
}

resource "aws_acm_certificate" "email" {
  domain_name       = "example.org"
  validation_method = "EMAIL"
}

resource "aws_route53_record" "email" {
  for_each = { for option in aws_acm_certificate.email.domain_validation_options : option.domain_name => option }
  name     = each.value.resource_record_name
}

resource "aws_acm_certificate" "unknown" {
  domain_name               = "example.net"
  subject_alternative_names = [var.unset]
  validation_method         = "DNS"
}

resource "aws_route53_record" "unknown" {
  for_each = { for option in aws_acm_certificate.unknown.domain_validation_options : option.domain_name => option }
  name     = each.value.resource_record_name
}

variable "secret" {
  type      = string
  sensitive = true
  default   = "hidden.example.com"
}

resource "aws_acm_certificate" "secret" {
  domain_name       = var.secret
  validation_method = "DNS"
}

resource "aws_route53_record" "secret" {
  name = [for option in aws_acm_certificate.secret.domain_validation_options : option.domain_name][0]
}
