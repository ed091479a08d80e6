import { expect, test } from 'vitest';

import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { callTarget } from './calls.ts';
import { ModuleLoader } from './load-module.ts';
import { ParseCache } from './parse-cache.ts';

const LOCALS = `locals {
  host = "example.com"
  base = "git::https://\${local.host}/vpc.git"
  sized = "\${var.size}"
  round = local.trip
  trip = local.round
  d1 = "\${local.host}\${local.host}"
${Array.from({ length: 20 }, (_, i) => `  d${i + 2} = "\${local.d${i + 1}}\${local.d${i + 1}}"\n`).join('')}}
variable "size" {
  default = "1"
}
`;

/** What the call of a module with these arguments names. */
function target(source: string, version = '""'): string {
  const tree = memoryTree({
    'main.tf': `${LOCALS}module "m" {\n  source = ${source}\n  version = ${version}\n}\n`,
  });
  const definition = new ModuleLoader(tree, new ParseCache(), tree).load('');
  const call = definition?.calls.get('m');
  if (definition === undefined || call === undefined) throw new Error('there is no call');
  const found = callTarget(definition, call);
  if (found.kind === 'local') return found.folder;
  return found.kind === 'remote' ? `${found.wanted.source} ${found.wanted.version}` : found.reason;
}

const refused = (what: string): string => `The ${what} is not a string of literals and constant locals.`;

test.each([
  ['"a/b/c"', '"1.0"', 'a/b/c 1.0'],
  ['"${local.base}?ref=v1"', '""', 'git::https://example.com/vpc.git?ref=v1 '],
  ['local.base', '"~> ${"1"}.0"', 'git::https://example.com/vpc.git ~> 1.0'],
  ['"./${local.host}"', '""', 'example.com'],
  ['local.sized', '""', refused('source')],
  ['var.size', '""', refused('source')],
  ['"a/b/c"', 'var.size', refused('version')],
  ['local.round', '""', refused('source')],
  ['local.nothing', '""', refused('source')],
  ['local.d21', '""', refused('source')],
  ['upper("a")', '""', refused('source')],
])('source %s and version %s name %j', (source, version, expected) => {
  expect(target(source, version)).toBe(expected);
});
