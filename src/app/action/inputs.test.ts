import { readFileSync } from 'node:fs';

import { load } from 'js-yaml';
import { expect, test } from 'vitest';

import { assetPath } from '../../lib/assets.ts';
import { UserError } from '../../lib/errors.ts';
import { memoryJob } from '../../platform/memory.ts';
import { readInputs } from './inputs.ts';

const manifest = load(readFileSync(assetPath('action.yml'), 'utf8')) as {
  inputs: Record<string, { default: string }>;
};
const defaults = Object.fromEntries(
  Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]),
);

test('the defaults of action.yml are those of the code', () => {
  const job = memoryJob({ ...defaults, token: '' });
  expect(readInputs((name) => job.input(name))).toEqual(readInputs(() => ''));
});

test('action.yml has the inputs that are read, and no others', () => {
  const asked = new Set<string>();
  readInputs((name) => {
    asked.add(name);
    return '';
  });
  expect([...asked].sort()).toEqual(Object.keys(manifest.inputs).sort());
});

test.each([
  ['comment', 'sometimes'],
  ['check', 'yes'],
  ['fail-on', 'FAIL'],
  ['fetch-modules', '1'],
  ['draft', 'true'],
  ['comment-key', 'a b'],
  ['comment-key', '-->'],
  ['comment-key', '../x'],
  ['comment-key', 'x'.repeat(65)],
  ['check-name', 'two\nlines'],
  ['check-name', 'x'.repeat(101)],
])('%s cannot be %j', (name, value) => {
  const read = (): unknown => readInputs((asked) => (asked === name ? value : ''));
  expect(read).toThrow(UserError);
  expect(read).toThrow(`The input "${name}" cannot be `);
});
