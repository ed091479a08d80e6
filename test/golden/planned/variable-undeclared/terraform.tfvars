a      = 2
unused = "x"
