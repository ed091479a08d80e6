# hash
// slashes
/* block
   comment */ locals { a = 1 }
locals {
  b = /* inline */ 2 // end
  c = [ # in list
    1, // one
    /* two */ 2
  ]
  d = (
    1 +
    2
  )
  e = local.a == 1 ? (
    "yes"
  ) : "no"
}
resource terraform_data unquoted {
  input = { b = local.b, c = local.c, d = local.d, e = local.e }
}
resource "terraform_data" "one_line" { input = "x" }
output "u" { value = terraform_data.unquoted.input }
