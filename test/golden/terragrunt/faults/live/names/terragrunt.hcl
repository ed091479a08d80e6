inputs = {
  v = [local.none, dependency.none.outputs.x, include.none.locals.x, nothing.x]
}

terraform {
  source = "../../m"
}
