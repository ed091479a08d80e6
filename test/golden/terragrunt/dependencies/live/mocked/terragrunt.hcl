terraform {
  source = "../../modules/app"
}

dependency "network" {
  config_path  = "../network"
  skip_outputs = true
  mock_outputs = { id = "vpc-skip", cidr = "10.9.0.0/16", zones = ["m"], secret = "s" }
}

dependency "validated" {
  config_path                             = "../elsewhere"
  mock_outputs                            = { name = "never used" }
  mock_outputs_allowed_terraform_commands = ["validate"]
}

inputs = merge(
  { for name, value in dependency.network.outputs : name => value if name != "id" },
  { network = dependency.network.outputs.id, other = dependency.validated.outputs.name },
)
