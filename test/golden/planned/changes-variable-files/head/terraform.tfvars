sizes = { a = 1, b = "2", d = 4, c = 5 }
