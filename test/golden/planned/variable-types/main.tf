variable "flat" {
  type    = object({ name = string, size = optional(number, 20), labels = optional(map(string)) })
  default = { name = "a" }
}
variable "deep" {
  type = object({
    disks = optional(list(object({
      size = optional(number, 10)
      type = optional(string, "gp3")
      tags = optional(map(string), { made = "default" })
    })), [{}])
    network = optional(object({ cidr = optional(string, "10.0.0.0/16"), zones = optional(set(string), ["b", "a"]) }), {})
  })
  default = {}
}
variable "nulls" {
  type    = object({ a = optional(string, "x"), b = optional(string), c = optional(list(number), [1]) })
  default = { a = null, b = null, c = null }
}
variable "extra" {
  type    = object({ keep = string })
  default = { keep = "k", drop = "d" }
}
variable "map_of_objects" {
  type    = map(object({ size = optional(number, 1), on = optional(bool, true) }))
  default = { a = {}, b = { size = "7" }, c = { on = "false" } }
}
variable "set_of_objects" {
  type    = set(object({ port = number, name = optional(string, "n") }))
  default = [{ port = 80 }, { port = "80" }, { port = 443, name = "s" }]
}
variable "pair" {
  type    = tuple([string, number, bool])
  default = [1, "2", "true"]
}
resource "terraform_data" "all" {
  input = { flat = var.flat, deep = var.deep, nulls = var.nulls, extra = var.extra, pair = var.pair }
}
output "map_of_objects" {
  value = var.map_of_objects
}
output "set_of_objects" {
  value = var.set_of_objects
}
output "flat" {
  value = var.flat
}
output "deep" {
  value = var.deep
}
output "pair" {
  value = var.pair
}
