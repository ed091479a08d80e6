include "two" {
  path = "../two.hcl"
}
inputs = { v = 11 }
