from_last_file = "two.tfvars"
