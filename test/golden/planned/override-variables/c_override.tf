resource "terraform_data" "x" {
  input = [each.key, var.a + 1]
}
