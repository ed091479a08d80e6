variable "names" {
  type = list(string)
}
resource "terraform_data" "x" {
  count = length(var.names)
  input = var.names[count.index]
}
output "names" {
  value = terraform_data.x[*].input
}
