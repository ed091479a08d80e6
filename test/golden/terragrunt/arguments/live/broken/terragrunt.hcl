terraform {
  source = "../../modules//all"

  extra_arguments "files" {
    commands           = ["plan"]
    required_var_files = ["missing.tfvars"]
    optional_var_files = ["${run_cmd("x")}.tfvars"]
  }
}

inputs = {
  a = 1
}
