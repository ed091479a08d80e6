resource "terraform_data" "all" {
  input            = 1
  triggers_replace = 1
  lifecycle {
    ignore_changes = all
  }
}
resource "terraform_data" "part" {
  input = { a = 1, b = 1 }
  lifecycle {
    ignore_changes = [input]
  }
}
resource "terraform_data" "replaced" {
  input            = 1
  triggers_replace = 1
  lifecycle {
    ignore_changes = [input]
  }
}
