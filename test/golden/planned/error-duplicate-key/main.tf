resource "terraform_data" "x" {
  input = { for v in ["a", "a"] : v => 1 }
}
