terraform {
  source = "git::https://user:secret@example.com/m.git//sub?ref=v1"
}
