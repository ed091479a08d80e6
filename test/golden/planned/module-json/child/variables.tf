variable "name" {}
variable "value" {
  type = number
}
