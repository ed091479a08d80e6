resource "terraform_data" "x" {
  input = [1 + "a", !"x", -"y"]
}
