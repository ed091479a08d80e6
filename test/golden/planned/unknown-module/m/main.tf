variable "id" {
  type = string
}
variable "cidr" {
  type = string
}
variable "tags" {
  type = map(string)
}
variable "list" {
  type = list(string)
}
variable "object" {
  type = object({ id = string, size = optional(number, 4) })
}
resource "terraform_data" "subnet" {
  count = 2
  input = { cidr = cidrsubnet(var.cidr, 8, count.index), network = var.id, tags = merge(var.tags, { n = count.index }) }
}
output "subnets" {
  value = terraform_data.subnet[*].input
}
output "second" {
  value = var.list[1]
}
output "object" {
  value = var.object
}
output "tag_name" {
  value = var.tags["name"]
}
output "length" {
  value = length(var.list) + length(var.tags)
}
