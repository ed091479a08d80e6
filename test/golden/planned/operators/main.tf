output "arithmetic" {
  value = [1 + 2 * 3, (1 + 2) * 3, 7 / 2, 7 % 3, -7 % 3, 0.1 + 0.2, 1 / 3 * 3, -(2), 10 - 2 - 3, 2 * "3"]
}
output "comparison" {
  value = [1 < 2, 2 >= "2", "a" == "a", 1 == 1.0, "1" == 1, null == null, [1] == [1], { a = 1 } == { a = 1 }, "a" != "b"]
}
output "logic" {
  value = [true && false || true, !true || true, !(true && false), true && "true"]
}
output "precedence" {
  value = [1 + 1 == 2 && 3 > 2 ? "yes" : "no", true ? false ? 1 : 2 : 3]
}
output "large" {
  value = [9007199254740993 + 1 == 9007199254740994, 1e3, 1.10, 100000000000000000000 * 10 == 1e21]
}
output "types" {
  value = [tolist(["a"]) == ["a"], toset(["a"]) == toset(["a", "a"]), { a = 1 } == tomap({ a = 1 })]
}
