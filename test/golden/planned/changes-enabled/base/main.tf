resource "terraform_data" "x" {
  input = "x"
  lifecycle {
    enabled = true
  }
}
resource "terraform_data" "y" {
  input = "y"
  lifecycle {
    enabled = false
  }
}
