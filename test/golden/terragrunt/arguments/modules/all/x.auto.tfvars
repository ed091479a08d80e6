b = "module auto"
c = "module auto"
