module "child" {
  source = "../modules/child"
}
output "paths" {
  value = [path.module, path.root, module.child.paths, module.child.deep]
}
output "file" {
  value = file("${path.module}/text.txt")
}
