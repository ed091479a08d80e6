removed {
  from = terraform_data.destroyed
  lifecycle {
    destroy = true
  }
}
removed {
  from = terraform_data.forgotten
  lifecycle {
    destroy = false
  }
}
removed {
  from = module.m
  lifecycle {
    destroy = false
  }
}
