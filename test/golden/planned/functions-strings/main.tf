resource "terraform_data" "x" {
  input = {
    chomp      = chomp("a\n\n")
    format     = [format("%s-%03d-%.2f-%t-%q-%v-%%", "a", 7, 3.14159, true, "q", [1, "x"]), format("%5s|%-5s|", "a", "b"), format("%x %X %b %o %e", 255, 255, 5, 8, 12345.678)]
    formatlist = formatlist("%s.%s", ["a", "b"], "example.com")
    indent     = indent(2, "a\nb\nc")
    join       = join("/", ["a", "b", "c"])
    lower      = [lower("ÀB"), upper("äß"), title("hello big-world")]
    regex      = [regex("[a-z]+", "12abc34"), regex("(\\d+)-(\\d+)", "10-20"), regex("(?P<year>\\d{4})-(?P<month>\\d\\d)", "on 2024-05")]
    regexall   = regexall("a(b)?", "abaa")
    replace    = [replace("a.b.c", ".", "-"), replace("hello", "/l+/", "L"), replace("abc", "/(b)/", "<$1>")]
    split      = [split(",", "a,b,,c"), split(",", "")]
    strrev     = strrev("héllo")
    substr     = [substr("hello", 1, 3), substr("hello", -3, -1), substr("héllo", 0, 2)]
    trim       = [trim("??a?b??", "?"), trimprefix("xxa", "x"), trimsuffix("a.tf", ".tf"), trimspace("\t a \n")]
    starts     = [startswith("abc", "ab"), endswith("abc", "bc"), strcontains("abc", "z")]
    encode     = [base64encode("ä"), base64decode("w6Q="), urlencode("a b/ä&"), base64gzip("") != "", textencodebase64("a", "UTF-16LE")]
    json       = [jsonencode({ b = 1, a = "<&>", c = [null, true, 1.5] }), jsonencode("x"), jsonencode(null)]
    yaml       = [yamlencode({ b = [1, "x"], a = { c = null }, e = [], m = "multi\nline" }), yamldecode("a: [1, yes, 010, 2024-01-01, ~]\nb: {c: 'd'}")]
    csv        = csvdecode("a,b\n1,x\n2,\"y,z\"\n")
    hash       = [md5("a"), sha1("a"), sha256("a"), sha512("a"), base64sha256("a"), base64sha512("a"), uuidv5("dns", "example.com")]
    type       = [tostring(1.50), tonumber("1e2"), tobool("true"), tolist(toset(["b", "a"])), tomap({ a = 1 }), toset([1, 1])]
    cidr       = [cidrhost("10.0.0.0/24", -2), cidrnetmask("10.0.0.0/20"), cidrsubnet("10.0.0.0/16", 8, 3), cidrsubnets("10.0.0.0/16", 4, 4, 8), cidrsubnet("fd00::/48", 16, 5), cidrcontains("10.0.0.0/8", "10.1.2.3")]
    dates      = [formatdate("YYYY-MM-DD'T'hh:mm:ssZ, EEE D MMM", "2024-02-29T13:04:05Z"), timeadd("2024-01-01T00:00:00Z", "36h"), timecmp("2024-01-01T00:00:00Z", "2024-01-01T01:00:00+01:00")]
    template   = templatestring(local.template, { n = 3 })
  }
}
locals {
  template = "n is $${n}"
}
