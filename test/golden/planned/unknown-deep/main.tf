variable "services" {
  type = map(object({
    image    = string
    role_arn = optional(string)
    env      = optional(map(string), {})
    ports    = optional(list(object({ port = number, target = optional(string, "t") })), [])
  }))
  default = {}
}
resource "terraform_data" "role" {
  for_each = toset(["api", "web"])
  input    = each.key
}
module "services" {
  source = "./child"
  services = {
    api = { image = "api:1", role_arn = terraform_data.role["api"].id, env = { A = "1", B = terraform_data.role["web"].id } }
    web = { image = "web:1", ports = [{ port = 80 }, { port = 81, target = terraform_data.role["web"].id }] }
  }
}
output "services" {
  value = module.services.services
}
