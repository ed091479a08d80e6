resource "terraform_data" "a" {
  input = { name = "a", size = 3 }
}
resource "terraform_data" "b" {
  input = {
    id       = terraform_data.a.id
    output   = terraform_data.a.output
    input    = terraform_data.a.input
    name     = terraform_data.a.input.name
    text     = "arn:${terraform_data.a.id}"
    list     = ["x", terraform_data.a.id, null]
    map      = { k = terraform_data.a.id, l = "known" }
    equal    = terraform_data.a.id == "x"
    is_null  = terraform_data.a.input == null
    length   = length([terraform_data.a.id, "b"])
    keys     = keys({ a = terraform_data.a.id })
    contains = contains(["x", terraform_data.a.id], "x")
    lookup   = lookup({ a = terraform_data.a.id, b = "b" }, "b", "c")
    merged   = merge({ a = 1 }, { b = terraform_data.a.id })
    index    = [terraform_data.a.id, "second"][1]
    whole    = terraform_data.a.triggers_replace
  }
}
resource "terraform_data" "c" {
  triggers_replace = [terraform_data.a.id, terraform_data.b.input.name]
  input            = terraform_data.b.input.map.l
}
output "b" {
  value = terraform_data.b.input
}
