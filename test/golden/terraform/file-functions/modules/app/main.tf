resource "aws_ssm_parameter" "template" {
  value  = templatefile("${path.module}/hello.tftpl", { name = "world" })
  files  = fileset(path.module, "*.tftpl")
  module = path.module
}
