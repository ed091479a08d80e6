variable "secret" {
  sensitive = true
  default   = "x"
}
output "marks" {
  value = [issensitive(var.secret), issensitive("x"), issensitive([var.secret])]
}
output "element" {
  value = [element(["a", "b", "c"], -1), element(["a", "b", "c"], -5)]
}
output "pathexpand" {
  value = pathexpand("x")
}
