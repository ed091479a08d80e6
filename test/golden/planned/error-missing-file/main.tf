resource "terraform_data" "x" {
  input = file("${path.module}/missing.txt")
}
