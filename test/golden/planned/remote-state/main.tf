data "terraform_remote_state" "other" {
  backend = "local"
  config  = { path = "${path.module}/other.json" }
}
resource "terraform_data" "x" {
  input = { id = data.terraform_remote_state.other.outputs.id, own = "o" }
}
