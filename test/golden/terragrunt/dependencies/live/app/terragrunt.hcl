terraform {
  source = "../../modules/app"
}

dependencies {
  paths = ["../network"]
}

dependency "network" {
  config_path = "../network"
  mock_outputs = {
    id    = "vpc-mock"
    zones = ["mock"]
  }
  mock_outputs_allowed_terraform_commands = ["plan", "validate"]
}

dependency "elsewhere" {
  config_path = "../elsewhere"
}

inputs = {
  network = dependency.network.outputs.id
  cidr    = dependency.network.outputs.cidr
  zones   = dependency.network.outputs.zones
  secret  = dependency.network.outputs.secret
  other   = dependency.elsewhere.outputs.name
}
