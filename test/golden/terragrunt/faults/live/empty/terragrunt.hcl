terraform {
  source = "../nothing"
}
