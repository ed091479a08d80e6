resource "terraform_data" "x" {
  input = [upper(["a"]), length(1), nope("x")]
}
