import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodePoint } from '../../src/lib/order.ts';

/** A text to begin with, and the name whose ending tells how it is read. */
export interface Seed {
  readonly name: string;
  readonly text: string;
}

const repository = fileURLToPath(new URL('../..', import.meta.url));
const LONGEST = 8_000;

/** The Terraform files of a folder, in a fixed order; of a long one the first lines. */
export function corpus(folder = repository): readonly Seed[] {
  const patterns = [
    '**/*.tf',
    '**/*.tofu',
    '**/*.tfvars',
    '**/*.tf.json',
    '**/*.tofu.json',
    '**/*.tfvars.json',
  ];
  const names = globSync(patterns, {
    cwd: folder,
    exclude: (name) => /^(?:node_modules|\.git|dist)$/.test(name),
  });
  return names
    .sort(byCodePoint)
    .map((name) => ({ name, text: beginning(readFileSync(join(folder, name), 'utf8')) }));
}

function beginning(text: string): string {
  return text.length <= LONGEST ? text : text.slice(0, text.lastIndexOf('\n', LONGEST) + 1 || LONGEST);
}

/** What the files of the repository have little of: each construct of the language at least once. */
export const snippets: readonly Seed[] = [
  'resource "aws_instance" "web" {\n  count = var.n\n  tags = merge(local.t, { "a.b" = 1, (k) = 2, c : 3 })\n  root { size = 8 }\n}\n',
  'a = <<-EOT\n    foo ${x ~}   \n  bar\n\n    %{ if y ~}\n  baz\n    %{ else ~}\n q\n %{ endif ~}\n  EOT\nb = 1\n',
  'x = a.b[0].c["k"].*.d.0.e[*].f[i].g[*].h\ny = [for k, v in m : "${k}=${v}" if v != null]\nz = { for k in l : k => 1... }\n',
  'w = p::q(a, b...)\nv = -a.b + !c * 3 == 7 ? "x\\n\\u00e9" : 1.5e3 # end\n/* c */ locals {\r\n  a = "$${b}"\r\n}\r\n',
]
  .map((text, at) => ({ name: `snippet-${at}.tf`, text }))
  .concat({
    name: 'snippet.tf.json',
    text: '{"resource": {"t": {"n": [{"a": "x${b[\\"c\\"]}", "d": [1, -2.5e3, null, true, {}]}]}}, "//": "c"}',
  });
