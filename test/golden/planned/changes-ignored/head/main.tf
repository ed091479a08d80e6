resource "terraform_data" "all" {
  input            = 2
  triggers_replace = 2
  lifecycle {
    ignore_changes = all
  }
}
resource "terraform_data" "part" {
  input = { a = 2, b = 1 }
  lifecycle {
    ignore_changes = [input]
  }
}
resource "terraform_data" "replaced" {
  input            = 2
  triggers_replace = 2
  lifecycle {
    ignore_changes = [input]
  }
}
