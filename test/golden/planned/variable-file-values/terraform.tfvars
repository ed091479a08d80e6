a = { "x.y" = ["1", 2], z = [] }
b = {
  name : "n"
  "rest" = { deep = [null, 1.50, -3] }
}
c = <<-EOT
    two
      lines
  EOT
