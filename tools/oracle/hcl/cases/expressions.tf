a = x.b[0].c["k"].*.d.0.e[*].f[i].g[*].h.*.i[0]
b = [for k, v in m : "${k}=${v}" if v != null && !c]
c = { for k in l : k => upper(k)... if length(k) > 1 }
d = p::q::f(a, b...)
e = -a.b + !c * 3 - (4 / 5 % 6) == 7 ? "x" : d ? 1 : 2
f = a || b && c == d != e < f <= g + h * -i
g = merge(local.t, { "a.b" = 1, (k) = 2, c : 3
  d = 4, "${e}" = 5, 6 = 7, x.y = 8 })
h = [
  1, # c
  2, // d
  /* e */ 3,
]
i = 0.5e-3 + 1.5E10 + 012 + 123456789012345678901234567890.5
j = a[true].b[null][-1]["x${y}"]["${"z"}"]
k = f(x)[*].a[0][*]
l = (a).b.0.c
m = [for a in b : a
  if c]
n = true.a ? null : false
