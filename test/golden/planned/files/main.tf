output "file" {
  value = file("${path.module}/files/a.txt")
}
output "template" {
  value = templatefile("${path.module}/files/t.tftpl", { name = "n", items = ["x", "y"], map = { b = 2, a = 1 } })
}
output "fileset" {
  value = fileset(path.module, "files/**")
}
output "fileset_names" {
  value = [for f in fileset("${path.module}/files", "*.{txt,json}") : trimsuffix(f, ".txt")]
}
output "exists" {
  value = [fileexists("${path.module}/files/a.txt"), fileexists("${path.module}/nope")]
}
output "json" {
  value = jsondecode(file("${path.module}/files/d.json"))
}
output "yaml" {
  value = yamldecode(file("${path.module}/files/d.yaml"))
}
output "hashes" {
  value = [filemd5("files/a.txt"), filesha256("files/a.txt"), filebase64("files/a.txt"), filebase64sha256("files/a.txt")]
}
output "names" {
  value = [basename("a/b/c.txt"), dirname("a/b/c.txt")]
}
resource "terraform_data" "each_file" {
  for_each = fileset("${path.module}/files", "sub/*")
  input    = file("${path.module}/files/${each.value}")
}
resource "terraform_data" "from_yaml" {
  for_each = { for s in yamldecode(file("${path.module}/files/d.yaml")).services : s.name => s }
  input    = { port = each.value.port, tags = try(each.value.tags, []) }
}
