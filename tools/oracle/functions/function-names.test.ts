import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FUNCTIONS, IMPURE, SPECIAL } from '../../../src/iac/terraform/evaluate/functions/table.ts';
import { readVectors } from './deviation.ts';

const recorded = JSON.parse(readFileSync(new URL('function-names.json', import.meta.url), 'utf8')) as Record<
  string,
  { readonly source: string; readonly names: readonly string[] }
>;
const known = Object.values(recorded).flatMap(({ names }) => names);

test('every function of the implementations is evaluated or known to be impure, and nothing else', () => {
  const ours = [...Object.keys(FUNCTIONS), ...Object.keys(IMPURE), ...SPECIAL];
  expect(ours.sort()).toEqual([...new Set(known)].sort());
  expect(new Set(ours).size).toBe(ours.length);
});

test('every function has vectors', () => {
  const text = [...readVectors().values()]
    .flatMap((all) => all.map(({ expression }) => expression))
    .join('\n');
  const asked = [...new Set(known)].filter(
    (name) => !name.startsWith('provider::aws') && !Object.hasOwn(IMPURE, name),
  );
  expect(asked.filter((name) => !text.includes(`${name}(`))).toEqual([]);
});
