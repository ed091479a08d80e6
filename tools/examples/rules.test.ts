import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { findingsOf, judged } from './judged.ts';

const CARD = 'billing/ratecards/platform.yaml';
const TEAM = 'billing/profiles/team.yaml';
const BINDINGS = 'billing/bindings/prod.yaml';

const edit = (path: string, before: string, after: string) => (folder: string) => {
  const text = readFileSync(join(folder, path), 'utf8');
  if (!text.includes(before)) throw new Error(`${path} has no ${before}`);
  writeFileSync(join(folder, path), text.replace(before, after));
};
const remove = (path: string) => (folder: string) => {
  rmSync(join(folder, path));
};
/** The last customer once more. */
const bindTwice = (folder: string) => {
  const text = readFileSync(join(folder, BINDINGS), 'utf8').trimEnd();
  const again = text.slice(text.lastIndexOf('\n')).replace(/from: \S+Z/, 'from: 2027-01-01T00:00:00Z');
  writeFileSync(join(folder, BINDINGS), `${text}${again}\n`);
};

/** The table "Try to break a rule" of the README of examples/saas-billing. */
it.each([
  ['a price that is a number', edit(CARD, 'unit: "0.45"', 'unit: 0.45'), ['BP-103']],
  ['a price that changes after its snapshot', edit(CARD, 'unit: "0.45"', 'unit: "0.46"'), ['BP-116', 'BP-205']],
  ['a snapshot that is left out', remove('billing/snapshots/team/3.0.0.json'), ['BP-205']],
  ['a snapshot that is deleted', remove('billing/snapshots/team/1.1.0.json'), ['BP-104', 'BP-201']],
  [
    'too small a step',
    edit(TEAM, 'version: 3.0.0', 'version: 2.1.0'),
    ['BP-202', 'BP-205'],
  ],
  ['a begin before today', edit(TEAM, 'from: 2027-02-01', 'from: 2026-11-01'), ['BP-203']],
  ['a customer who is bound twice', bindTwice, ['BP-302']],
] as const)('the example with %s breaks its rules', async (_, mistake, rules) => {
  const result = await judged('saas-billing', mistake);
  const broken = findingsOf(result).map((finding) => finding.replace(/^fail (\S+) .*/, '$1'));
  expect([...new Set(broken)].sort()).toEqual(rules);
  expect(result.verdict.state).toBe('fail');
});
