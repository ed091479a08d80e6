environment        = "prod"
availability_zones = ["eu-west-1a", "eu-west-1b"]

web = {
  instance_type = "t3.large"
  min           = 2
  desired       = 3
}

database = {
  class      = "db.m6g.large"
  storage_gb = 200
  multi_az   = true
}
