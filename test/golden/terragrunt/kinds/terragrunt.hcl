inputs = { v = "root" }
