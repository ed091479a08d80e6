resource "terraform_data" "x" {
  input = "x"
  lifecycle {
    enabled = false
  }
}
resource "terraform_data" "y" {
  input = "y"
  lifecycle {
    enabled = true
  }
}
