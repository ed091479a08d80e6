from_tfvars = "tfvars"
from_auto   = "tfvars"
not_null    = null
secret      = "hidden"
wrong       = "many"
from_tfvarz = "typo"
