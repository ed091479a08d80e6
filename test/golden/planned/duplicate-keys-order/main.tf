locals {
  object = { b = 1, a = 2, (local.k) = 3, "quoted key" = 4, 5 = "five", true = "t" }
  k      = "computed"
}
output "object" {
  value = local.object
}
output "multiline" {
  value = {
    a = 1, b = 2
    c : 3
    d = [
      1,
      2,
    ]
  }
}
