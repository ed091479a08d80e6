variable "a" {
  type = map(object({
    rules = optional(set(object({ port = number, proto = optional(string, "tcp") })), [{ port = 22 }])
    meta  = optional(map(list(string)), { k = ["d"] })
    pair  = optional(tuple([string, number]), ["x", 1])
  }))
}
output "a" {
  value = var.a
}
resource "terraform_data" "x" {
  for_each = var.a
  input    = [for r in each.value.rules : "${r.port}/${r.proto}"]
}
