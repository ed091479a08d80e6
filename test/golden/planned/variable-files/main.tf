variable "from_default" {
  default = "default"
}
variable "from_environment" {
  type    = string
  default = "default"
}
variable "from_tfvars" {
  type    = string
  default = "default"
}
variable "from_tfvars_json" {
  type    = string
  default = "default"
}
variable "from_auto" {
  type    = string
  default = "default"
}
variable "from_later_auto" {
  type    = string
  default = "default"
}
variable "from_file" {
  type    = string
  default = "default"
}
variable "from_last_file" {
  type    = string
  default = "default"
}
variable "environment_list" {
  type = list(string)
}
variable "environment_literal" {
  type = string
}
resource "terraform_data" "x" {
  input = [
    var.from_default, var.from_environment, var.from_tfvars, var.from_tfvars_json,
    var.from_auto, var.from_later_auto, var.from_file, var.from_last_file,
    var.environment_list, var.environment_literal,
  ]
}
