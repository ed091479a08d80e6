provider "x" {}
resource "x_y" "plain" {}
