variable "names" {
  default = ["ann", "bob"]
}
output "interpolation" {
  value = "n=${length(var.names)} b=${true} f=${1.50} e=${1e20}"
}
output "directives" {
  value = "%{for i, n in var.names}${i}:${n}%{if i < 1}, %{endif}%{endfor}."
}
output "trimmed" {
  value = <<-EOT
    %{~for n in var.names~}
    - ${n}
    %{~endfor~}
    end
  EOT
}
output "heredoc" {
  value = <<EOT
  kept indent
    ${"nested"}
$${literal} %%{literal}
EOT
}
output "flush" {
  value = <<-EOT
      a
        b

      ${join("\n      ", var.names)}
    c
  EOT
}
output "escapes" {
  value = "tab\tquote\"back\\uni\u00e9\U0001F600"
}
output "bare" {
  value = "${var.names}"
}
output "number" {
  value = "${80}"
}
output "nested" {
  value = "${"${"deep"}"}-${"a${1 + 1}"}"
}
output "conditional" {
  value = "%{if length(var.names) > 5}many%{else}few%{endif}"
}
