include "out" {
  path = "../../../../etc/passwd"
}

terraform {
  source = "../../m"
}
