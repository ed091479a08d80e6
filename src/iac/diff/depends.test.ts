import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { diffResources } from './diff-resources.ts';

type Files = Readonly<Record<string, string>>;

const facts = { replaceOn: () => [], inheritsDefaultTags: () => false };

function differences(base: Files, head: Files): string[] {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  const [before, after] = [base, head].map((files) =>
    readTerraform(openTerraform(memoryTree(files as Record<string, string>), options)),
  );
  return diffResources(before?.resources ?? [], after?.resources ?? [], [], facts).flatMap(
    ({ action, differences: found }) => found.map(({ path, certainty }) => `${action} ${path} ${certainty}`),
  );
}

const policy = (actions: string, more = ''): Files => ({
  'main.tf': `variable "who" {}
variable "extra" {
  default = []
}
data "aws_ami" "d" {
  statement {
    actions   = ${actions}
    resources = [var.who]
  }
${more}}
locals {
  text = "x-\${data.aws_ami.d.id}"
}
resource "x_y" "z" {
  policy = data.aws_ami.d.id
  nested = jsonencode({ a = data.aws_ami.d.id })
  text   = local.text
}
`,
  'terraform.tfvars': 'who = "a"\n',
});

const template = (text: string): Files => ({
  'main.tf': 'variable "u" {}\nresource "x_y" "z" {\n  a = templatefile("t.sh", { u = var.u })\n}\n',
  't.sh': text,
});

const all = ['update nested maybe', 'update policy maybe', 'update text maybe'];

it.each<[string, Files, Files, string[]]>([
  ['a data source that is asked something else', policy('["s3:Get"]'), policy('["s3:*"]'), all],
  [
    'a value of its question that changes elsewhere',
    policy('["s3:Get"]'),
    { ...policy('["s3:Get"]'), 'terraform.tfvars': 'who = "b"\n' },
    all,
  ],
  ['the same question with a comment', policy('["s3:Get"]'), policy('["s3:Get"] # why'), []],
  [
    'the same question in other words',
    policy('["s3:Get"]'),
    policy('["s3:Get"]', '  dynamic "statement" {\n    for_each = var.extra\n    content {}\n  }\n'),
    [],
  ],
  ['a template with an unknown part', template('one ${u}\n'), template('two ${u}\n'), ['update a maybe']],
  ['a template after its unknown part', template('${u} one\n'), template('${u} two\n'), ['update a maybe']],
  ['the same template', template('${u} one\n'), template('${u} one\n'), []],
])('%s', (_, base, head, expected) => {
  expect(differences(base, head)).toEqual(expected);
});
