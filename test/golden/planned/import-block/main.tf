import {
  to = terraform_data.x
  id = "some-id"
}
resource "terraform_data" "x" {
  input = "x"
}
