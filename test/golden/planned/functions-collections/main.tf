locals {
  list = ["c", "a", "b", "a", ""]
  map  = { z = 1, a = 2, m = null }
}
resource "terraform_data" "x" {
  input = {
    alltrue         = [alltrue([true, "true"]), alltrue([]), anytrue([false, true])]
    chunklist       = chunklist(local.list, 2)
    coalesce        = [coalesce("", "b"), coalesce(null, "c")]
    coalescelist    = coalescelist([], ["x"])
    compact         = compact(local.list)
    concat          = concat(["a"], [1], tolist([true]))
    contains        = [contains(local.list, "a"), contains([1, 2], "1")]
    distinct        = distinct(local.list)
    element         = [element(["a", "b", "c"], 4), element(["x"], 100)]
    flatten         = flatten([["a", ["b"]], [], [[["c"]]]])
    index           = index(["a", "b"], "b")
    keys            = keys(local.map)
    length          = [length(local.list), length(local.map), length("héé")]
    lookup          = [lookup({ a = "x" }, "a", "d"), lookup({ a = "x" }, "b", "d")]
    matchkeys       = matchkeys(["i1", "i2", "i3"], ["a", "b", "a"], ["a"])
    merge           = merge({ a = 1, b = { x = 1 } }, { b = { y = 2 } }, null)
    one             = [one([]), one(["x"])]
    range           = [range(3), range(1, 4), range(10, 0, -3), range(0, 1, 0.25)]
    reverse         = reverse(["a", "b"])
    setintersection = setintersection(["a", "b"], ["b", "c"], ["b"])
    setproduct      = setproduct(["a", "b"], [1, 2])
    setsubtract     = setsubtract(["a", "b", "c"], ["b"])
    setunion        = setunion(["b"], ["a", "b"])
    slice           = slice(["a", "b", "c", "d"], 1, 3)
    sort            = sort(["b", "A", "ä", "a", "Z"])
    sum             = sum([1, 2.5, "3"])
    transpose       = transpose({ a = ["x", "y"], b = ["y"] })
    values          = values(local.map)
    zipmap          = zipmap(["a", "b"], [1, "x"])
    max             = [max(1, 5, 3), min(1, -5, 3), abs(-4.5), ceil(1.2), floor(-1.2), pow(2, 10), signum(-3), parseint("ff", 16)]
  }
}
