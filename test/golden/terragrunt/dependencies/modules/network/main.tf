variable "cidr" {}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

output "id" { value = aws_vpc.this.id }
output "cidr" { value = var.cidr }
output "zones" { value = ["a", "b"] }
output "secret" {
  value     = "hidden-${var.cidr}"
  sensitive = true
}
