variable "size" {
  default = 1
}
variable "options" {
  type = object({
    a = optional(object({ x = optional(number, 1), y = optional(string) }), { y = "given" })
    b = optional(map(number), { q = 0 })
    c = optional(list(string), ["d"])
  })
  default = { a = { x = 5 } }
}
variable "untyped" {
  default = { list = [1, 2], text = "t" }
}
output "result" {
  value = { size = var.size, options = var.options, untyped = var.untyped.list[1] }
}
