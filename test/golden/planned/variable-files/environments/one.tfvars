from_file      = "one.tfvars"
from_last_file = "one.tfvars"
