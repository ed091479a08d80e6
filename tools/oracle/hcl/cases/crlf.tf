a = <<-EOT
  x

    ${y}
  EOT
b {
  c = [
    1, # d
  ]
}
# e
