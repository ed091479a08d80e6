terraform {
  source = "../../modules/m"
}


inputs = {
  v = get_env("TOLD")
  w = get_env("NOT_TOLD", "fallback")
}
