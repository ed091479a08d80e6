inputs = { path = "never" }
