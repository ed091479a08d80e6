variable "size" {
  default = 1
}
resource "terraform_data" "same" {
  input = { a = 1, b = ["x"] }
}
resource "terraform_data" "other" {
  input = { a = var.size }
}
resource "terraform_data" "replaced" {
  input            = "x"
  triggers_replace = { a = 1 }
}
resource "terraform_data" "gone" {
  input = "g"
}
resource "terraform_data" "ignored" {
  input = 1
  lifecycle {
    ignore_changes = [input]
  }
}
resource "terraform_data" "type" {
  input = ["a", "b"]
}
resource "terraform_data" "null" {
  input = null
}
