import { readFileSync } from 'node:fs';

import { load } from 'js-yaml';
import { expect, test } from 'vitest';

import { assetPath } from '../../src/lib/assets.ts';

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

const page = readFileSync(assetPath('docs/github-action.md'), 'utf8');
const manifest = load(readFileSync(assetPath('action.yml'), 'utf8')) as Manifest;

test('the page lists the inputs of action.yml in order, with their defaults', () => {
  const expected = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]);
  expect(rows('Inputs').map(([name, shown]) => [name, shown])).toEqual(expected);
});

test('the page lists the outputs of action.yml in order', () => {
  expect(rows('Outputs').map(([name]) => name)).toEqual(Object.keys(manifest.outputs));
});

function rows(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}
