dependency "network" {
  config_path = "../../network"
}

inputs = { cidr = dependency.network.outputs.cidr, zones = dependency.own.outputs.zones }
