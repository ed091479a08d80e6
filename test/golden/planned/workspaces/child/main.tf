output "workspace" {
  value = "child in ${terraform.workspace}"
}
