terraform {
  source = get_env("NOT_TOLD") == "x" ? "git::https://example.com/m?ref=${get_env("NOT_TOLD")}" : "../../modules/m"
}
