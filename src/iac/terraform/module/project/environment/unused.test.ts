import { expect, it } from 'vitest';
import { memoryTree } from '../../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache } from '../../../index.ts';

const ROOT = 'terraform {\n  backend "s3" {}\n}\nvariable "size" {}\nvariable "known" { default = 1 }\n';

function told(files: Readonly<Record<string, string>>): string[] {
  const tree = memoryTree({ 'infra/main.tf': ROOT, ...files });
  return openTerraform(tree, { projects: [], exclude: [], cache: new ParseCache() }).diagnostics.map(
    ({ code, message }) => `${code}: ${message}`,
  );
}

const note = (path: string): string[] => [
  `unused-var-files: Not used: ${path}. A root lacks variables that are given there.`,
];

it.each<[string, Record<string, string>, string[]]>([
  [
    'names no environment',
    { 'infra/tfvars/eu-west-1.tfvars': 'size = 1\n' },
    note('infra/tfvars/eu-west-1.tfvars'),
  ],
  ['lies beside the root', { 'tfvars/eu-west-1.tfvars': 'size = 1\n' }, note('tfvars/eu-west-1.tfvars')],
  [
    'is for another root',
    { 'vars/app-prod.tfvars': 'size = 1\n', 'app/main.tf': ROOT.replace('"size"', '"other"') },
    note('vars/app-prod.tfvars'),
  ],
  ['gives nothing that is missing', { 'infra/tfvars/eu-west-1.tfvars': 'known = 2\n' }, []],
  [
    'gives what is given',
    { 'infra/tfvars/eu-west-1.tfvars': 'size = 1\n', 'infra/terraform.tfvars': 'size = 2\n' },
    [],
  ],
  ['is used', { 'infra/prod.tfvars': 'size = 1\n' }, []],
])('a variable file that %s', (_, files, expected) => {
  expect(told(files)).toEqual(expected);
});
