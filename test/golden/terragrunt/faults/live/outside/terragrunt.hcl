terraform {
  source = "../../../elsewhere"
}
