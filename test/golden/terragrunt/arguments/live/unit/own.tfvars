c = "own file"
d = "own file"
