// first
resource "aws_x" y {
  dyn { a = 1 }
  e {}
  f { g = [
    1] }
  h = {} # end
  i "j" k "l" {
    m { n = "}" }
  }
}
/* a
b */ locals { /* c */ }
x "nó́n" ó {
}
größóe-1 = "é"
_x = 1
for = if