#!/bin/sh
# Makes the vectors anew. Needs checkouts of Terraform and of OpenTofu at a tag, and Go:
#   tools/oracle/functions/run.sh <terraform checkout> <opentofu checkout>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build() { # <checkout> <implementation>
  mkdir -p "$1/internal/tollgate"
  cp "$here/main.go" "$here/$2.go" "$1/internal/tollgate/"
  (cd "$1" && go build -o "$1/oracle" ./internal/tollgate)
}
build "$1" terraform
build "$2" opentofu
for list in "$here"/expressions/*.txt; do
  topic=$(basename "$list" .txt)
  grep -v -e '^#' -e '^$' "$list" > "$1/expressions"
  for side in "$1" "$2"; do "$side/oracle" "$here/files" < "$1/expressions" > "$side/results" 2>> "$side/crashes"; done
  node "$here/combine.ts" "$1/results" "$2/results" > "$here/vectors/$topic.jsonl"
done
