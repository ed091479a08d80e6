variable "on" {
  default = true
}
resource "terraform_data" "on" {
  input = "on"
  lifecycle {
    enabled = var.on
  }
}
resource "terraform_data" "off" {
  input = "off"
  lifecycle {
    enabled = !var.on
  }
}
module "off" {
  source = "./child"
  lifecycle {
    enabled = !var.on
  }
}
module "on" {
  source = "./child"
  lifecycle {
    enabled = var.on
  }
}
output "on" {
  value = terraform_data.on.input
}
output "off" {
  value = try(terraform_data.off.input, "none")
}
output "module" {
  value = module.on.value
}
output "is_null" {
  value = terraform_data.off == null
}
