a = <<-EOT
    foo ${x ~}   
      bar
	 tab

    %{ if y ~}
  baz
    %{ else ~}
  q ${~ z ~} w
    %{ endif ~}
   EOT
b = <<E
 ${ <<E2
nested ${x}
E2
} tail
$${x} $$${y} %{~ for k, v in m ~} ${k} %{ endfor }
Ex
${x}E
  E
c = <<-X
  two ${a}
 one
  ́mark
X
d = <<-X
  ${a ~}
    b
   
  $c
  X
e = f(<<A
x
A
, <<-B
 x
  B
)
