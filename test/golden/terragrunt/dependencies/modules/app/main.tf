variable "network" {}
variable "cidr" {}
variable "zones" { type = list(string) }
variable "secret" {}
variable "other" { default = "default" }

resource "aws_instance" "app" {
  for_each          = toset(var.zones)
  availability_zone = each.key
  subnet_id         = var.network
  private_ip        = cidrhost(var.cidr, 5)
  user_data         = var.secret
  key_name          = var.other
}
