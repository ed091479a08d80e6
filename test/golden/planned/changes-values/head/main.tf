variable "size" {
  default = 2
}
resource "terraform_data" "same" {
  input = { b = [format("%s", "x")], a = 2 - 1 }
}
resource "terraform_data" "other" {
  input = { a = var.size }
}
resource "terraform_data" "replaced" {
  input            = "x"
  triggers_replace = { a = 2 }
}
resource "terraform_data" "new" {
  input = "g"
}
resource "terraform_data" "ignored" {
  input = 2
  lifecycle {
    ignore_changes = [input]
  }
}
resource "terraform_data" "type" {
  input = ["b", "a"]
}
resource "terraform_data" "null" {
}
