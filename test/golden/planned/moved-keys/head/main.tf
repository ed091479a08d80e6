resource "terraform_data" "counted" {
  for_each = toset(["a", "b"])
  input    = "x"
}
resource "terraform_data" "single" {
  for_each = { only = 1 }
  input    = "s"
}
resource "terraform_data" "keyed" {
  for_each = toset(["new"])
  input    = "k"
}
moved {
  from = terraform_data.counted[0]
  to   = terraform_data.counted["a"]
}
moved {
  from = terraform_data.counted[1]
  to   = terraform_data.counted["b"]
}
moved {
  from = terraform_data.single
  to   = terraform_data.single["only"]
}
moved {
  from = terraform_data.keyed["old"]
  to   = terraform_data.keyed["new"]
}
