resource "terraform_data" "x" {
  input = true ? { a = [1] } : { b = "x" }
}
