resource "aws_ssm_parameter" "template" {
  insecure_value = templatefile("${path.module}/hello.tftpl", { name = "world" })
  files  = fileset(path.module, "*.tftpl")
  module = path.module
}
