resource "" "default" {
  input = 1
}
