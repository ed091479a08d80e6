variable "enabled" {
  type    = bool
  default = true
}
variable "disabled" {
  type    = bool
  default = false
}
resource "terraform_data" "three" {
  count = 3
  input = { index = count.index, name = format("web-%02d", count.index + 1) }
}
resource "terraform_data" "on" {
  count = var.enabled ? 1 : 0
  input = "on"
}
resource "terraform_data" "off" {
  count = var.disabled ? 1 : 0
  input = "off"
}
resource "terraform_data" "text" {
  count = "2"
  input = count.index
}
resource "terraform_data" "from_list" {
  count = length(terraform_data.three)
  input = terraform_data.three[count.index].input.name
}
output "splat" {
  value = terraform_data.three[*].input.name
}
output "off" {
  value = terraform_data.off[*].input
}
output "one" {
  value = [one(terraform_data.on[*].input), one(terraform_data.off[*].input)]
}
output "try" {
  value = try(terraform_data.off[0].input, "fallback")
}
output "legacy" {
  value = terraform_data.three.*.input.index
}
output "last" {
  value = element(terraform_data.three, 5).input.name
}
