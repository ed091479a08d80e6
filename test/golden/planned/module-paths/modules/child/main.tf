module "deep" {
  source = "../deep"
}
output "paths" {
  value = [path.module, file("${path.module}/text.txt"), file("${path.root}/text.txt")]
}
output "deep" {
  value = module.deep.path
}
