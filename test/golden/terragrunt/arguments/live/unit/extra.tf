resource "x_y" "copied" {
  v = var.a
}
