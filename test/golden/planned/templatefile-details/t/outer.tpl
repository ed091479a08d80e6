%{~ for i, v in list ~}
${i}=${v}
%{~ endfor ~}
${object.x.y} ${flag ? "on" : "off"} ${nothing == null ? "null" : "set"} ${number}
$${kept} %%{kept} ${upper("x")} ${join(",", [for v in list : "${v}!"])}
