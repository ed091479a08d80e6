terraform {
  source = "../../modules/m"
}


generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = run_cmd("provider")
}
