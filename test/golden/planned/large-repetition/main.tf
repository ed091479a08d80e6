resource "terraform_data" "grid" {
  count = 40
  input = { row = floor(count.index / 8), column = count.index % 8, name = format("r%dc%d", floor(count.index / 8), count.index % 8) }
}
locals {
  rows = { for i, g in terraform_data.grid : "row${g.input.row}" => g.input.name... }
}
resource "terraform_data" "row" {
  for_each = local.rows
  input    = { cells = each.value, first = each.value[0], last = element(each.value, length(each.value) - 1) }
}
output "diagonal" {
  value = [for i in range(5) : terraform_data.grid[i * 9].input.name]
}
