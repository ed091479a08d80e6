terraform {
  source = "../../modules/m"
}


inputs = {
  v = get_env("NOT_TOLD")
  w = jsondecode(sops_decrypt_file("secret.json")).password
}
