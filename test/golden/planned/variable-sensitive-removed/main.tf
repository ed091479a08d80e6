variable "secret" {
  type      = string
  sensitive = true
  default   = "s3cret"
}
resource "terraform_data" "x" {
  input = nonsensitive(var.secret)
}
