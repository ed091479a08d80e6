c = "common file"
