resource "x_y" "kept" {}
