output "rendered" {
  value = templatefile("${path.module}/t/outer.tpl", {
    list = ["a", "b"], object = { x = { y = 1 } }, flag = false, nothing = null, number = 1.0
  })
}
output "string" {
  value = templatestring(local.template, { name = "n" })
}
output "yaml" {
  value = yamldecode(templatefile("${path.module}/t/values.yaml.tpl", { replicas = 3, hosts = ["h1", "h2"] }))
}
locals {
  template = file("${path.module}/t/small.tpl")
}
