resource "terraform_data" "b" {
  input = "a"
}
resource "terraform_data" "chain3" {
  input = "c"
}
resource "terraform_data" "again" {
  for_each = toset(["x", "y"])
  input    = each.key
}
resource "terraform_data" "changed_too" {
  input = 2
}
moved {
  from = terraform_data.a
  to   = terraform_data.b
}
moved {
  from = terraform_data.chain1
  to   = terraform_data.chain2
}
moved {
  from = terraform_data.chain2
  to   = terraform_data.chain3
}
moved {
  from = terraform_data.repeated
  to   = terraform_data.again
}
moved {
  from = terraform_data.changed
  to   = terraform_data.changed_too
}
