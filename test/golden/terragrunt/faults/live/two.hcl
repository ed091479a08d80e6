inputs = { v = 12 }
