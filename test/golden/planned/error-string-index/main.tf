resource "terraform_data" "x" {
  input = "abc"[0]
}
