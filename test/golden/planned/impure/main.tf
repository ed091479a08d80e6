locals {
  now = timestamp()
}
resource "terraform_data" "x" {
  input = {
    now   = local.now
    plan  = formatdate("YYYY", local.now)
    uuid  = uuid()
    fixed = formatdate("YYYY", "2024-01-01T00:00:00Z")
    crypt = length(bcrypt("a")) > 0
  }
}
