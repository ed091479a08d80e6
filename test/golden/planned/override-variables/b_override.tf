variable "a" {
  type = number
}
variable "b" {
  sensitive = true
}
resource "terraform_data" "x" {
  for_each = toset(["b", "c"])
}
output "out" {
  description = "more"
}
