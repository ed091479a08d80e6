variable "v" { default = "default" }
variable "w" { default = "default" }

resource "aws_instance" "a" {
  instance_type = var.v
  user_data     = var.w
  tags          = { where = var.v }
}
