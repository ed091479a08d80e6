replicas: ${replicas}
hosts:
%{ for h in hosts ~}
  - name: ${h}
    on: true
%{ endfor ~}
json: ${jsonencode({ a = hosts })}
