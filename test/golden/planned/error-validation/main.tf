variable "size" {
  default = 1
  validation {
    condition     = var.size > 5
    error_message = "too small"
  }
}
resource "terraform_data" "x" {
  input = var.size
}
