terraform {
  source = "../../modules//all"

  extra_arguments "files" {
    commands           = get_terraform_commands_that_need_vars()
    required_var_files = ["${get_parent_terragrunt_dir()}/../common.tfvars"]
    optional_var_files = ["none.tfvars", "${get_terragrunt_dir()}/own.tfvars"]
    env_vars           = { TF_VAR_f = "environment", TF_VAR_e = "7", OTHER = "x" }
  }

  extra_arguments "vars" {
    commands  = ["apply", "plan"]
    arguments = ["-lock-timeout=20m", "-var", "d=from -var", "-var-file=own.tfvars"]
  }

  extra_arguments "init" {
    commands  = ["init"]
    arguments = ["-var=a=never"]
  }

  before_hook "never" {
    commands = ["plan"]
    execute  = ["rm", "-rf", run_cmd("never")]
  }
}

inputs = {
  a       = "input"
  b       = "input"
  c       = "input"
  d       = "input"
  untyped = ["x"]
  typed   = ["x"]
  unused  = 1
}
