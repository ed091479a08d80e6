terraform {
  source = "../../modules/m"
}

inputs = {
  v = file("${get_repo_root()}/live/paths/text.txt")
  w = trimspace(file("text.txt"))
}
