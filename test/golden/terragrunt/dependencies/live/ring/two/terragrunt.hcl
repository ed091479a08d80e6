terraform {
  source = "../../../modules/network"
}

dependency "next" {
  config_path  = "../one"
  mock_outputs = { cidr = "10.1.0.0/16" }
}

inputs = { cidr = dependency.next.outputs.cidr }
