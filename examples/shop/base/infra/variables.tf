variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type = string
}

variable "availability_zones" {
  type = list(string)
}

variable "web" {
  description = "Size of the web tier."
  type = object({
    instance_type = string
    min           = number
    desired       = number
    max           = optional(number, 6)
  })
}

variable "database" {
  type = object({
    class      = string
    storage_gb = number
    multi_az   = optional(bool, false)
  })
}
