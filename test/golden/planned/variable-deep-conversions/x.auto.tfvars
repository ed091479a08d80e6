a = {
  one   = {}
  two   = { rules = [{ port = "80" }, { port = 80, proto = "tcp" }, { port = 443, proto = "udp", extra = true }] }
  three = { rules = null, meta = { a = [1, true], b = [] }, pair = [5, "6"] }
}
