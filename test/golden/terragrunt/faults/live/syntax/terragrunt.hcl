inputs = {
  v = 
}

terraform {
  source = "../../m"
}
