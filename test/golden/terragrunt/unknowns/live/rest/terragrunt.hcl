terraform {
  source = "../../modules/m"
}

inputs = jsondecode(run_cmd("x"))
