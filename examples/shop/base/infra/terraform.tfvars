environment        = "prod"
availability_zones = ["eu-west-1a", "eu-west-1b"]

web = {
  instance_type = "t3.medium"
  min           = 2
  desired       = 2
}

database = {
  class      = "db.t4g.medium"
  storage_gb = 100
}
