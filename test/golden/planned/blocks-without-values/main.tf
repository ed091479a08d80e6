terraform {
  required_version = ">= 1.6"
}
variable "size" {
  type    = number
  default = 5
  validation {
    condition     = var.size > 1
    error_message = "too small"
  }
}
check "health" {
  assert {
    condition     = terraform_data.x.input == "x"
    error_message = "not x"
  }
}
resource "terraform_data" "x" {
  input = "x"
  lifecycle {
    create_before_destroy = true
    ignore_changes        = [input]
    precondition {
      condition     = var.size == 5
      error_message = "size"
    }
    replace_triggered_by = [terraform_data.y]
  }
}
resource "terraform_data" "y" {
  input      = "y"
  depends_on = [module.m]
  provisioner "local-exec" {
    command = "echo ${self.id}"
  }
}
module "m" {
  source     = "./child"
  depends_on = [terraform_data.z]
}
resource "terraform_data" "z" {
  input = "z"
}
moved {
  from = terraform_data.old
  to   = terraform_data.x
}
removed {
  from = terraform_data.gone
  lifecycle {
    destroy = false
  }
}
output "o" {
  value       = "o"
  description = "an output"
  depends_on  = [terraform_data.x]
  precondition {
    condition     = var.size > 0
    error_message = "positive"
  }
}
