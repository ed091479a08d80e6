import { expect, it } from 'vitest';

import {
  base,
  change,
  withSnapshots,
  BEFORE,
  NOW,
  type Files,
} from '../../../test/golden/billing-rules/repository.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { judgeBilling, type JudgedBilling } from './billing.ts';
import { readConfiguration } from './configuration.ts';

const USAGE = 'billing/usage/2026-04.csv';
const before = withSnapshots(base, BEFORE);
const PROFILE = 'billing/profiles/standard.yaml';
const dearer = { ...change, [PROFILE]: (change[PROFILE] ?? '').replace("unit: '12'", "unit: '13'") };
const after = withSnapshots({ ...before, ...dearer }, NOW);

async function judged(baseFiles: Files, headFiles: Files): Promise<JudgedBilling> {
  const [from, to] = [memoryTree(baseFiles), memoryTree(headFiles)];
  const { config, atHead } = readConfiguration(from, to, 'base');
  return judgeBilling({
    ...{ base: from, head: to, config, now: NOW, given: undefined, atHead },
    headSigned: () => null,
  });
}

function without(files: Files, path: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

const codes = ({ diagnostics }: JudgedBilling) =>
  diagnostics.map(({ severity, code }) => `${severity} ${code}`);

it('rates the usage of the base by the terms of both sides', async () => {
  const { simulation, changes, diagnostics } = await judged(before, after);
  expect(diagnostics).toEqual([]);
  expect(changes.length).toBeGreaterThan(0);
  expect(simulation?.replayed).toBe(true);
  expect(simulation?.usage?.origin.files).toEqual([USAGE]);
  const dollars = simulation?.totals.find(({ currency }) => currency === 'USD');
  expect(dollars?.revenue.delta?.toFixed()).toBe('13.26');
});

it('takes no usage that is to come, and counts it', async () => {
  const lines = (before[USAGE] ?? '').trim().split('\n');
  const later = (lines[1] ?? '').replaceAll('2026-', '2070-').replace(/e1$/, 'later');
  const found = await judged({ ...before, [USAGE]: `${lines.join('\n')}\n${later}\n` }, after);
  expect(found.simulation?.usage?.counts.rejected).toEqual({ 'outside-window': 1 });
  const dollars = found.simulation?.totals.find(({ currency }) => currency === 'USD');
  expect(dollars?.revenue.delta?.toFixed()).toBe('13.26');
});

it('takes no usage that the change brings, and says what is missing', async () => {
  const found = await judged(without(before, USAGE), after);
  expect(found.simulation?.replayed).toBe(false);
  expect(codes(found)).toEqual(['warning usage-missing']);
});

it('judges prices alone where the usage of the base cannot be read', async () => {
  const found = await judged({ ...before, [USAGE]: 'SkuId\n"broken' }, after);
  expect(found.simulation?.replayed).toBe(false);
  expect(found.simulation?.profiles[0]?.probes.length).toBeGreaterThan(0);
  expect(codes(found)).toEqual(['warning usage-unreadable']);
  expect(found.diagnostics[0]?.source?.file).toBe(USAGE);
});

const hashed: Files = {
  'tollgate.yml': (before['tollgate.yml'] ?? '').replace('billing:\n', 'billing:\n  hash_customers: true\n'),
};

it('shows hashes of customers where the configuration asks for it', async () => {
  const [plain, hidden] = [
    await judged(before, after),
    await judged({ ...before, ...hashed }, { ...after, ...hashed }),
  ];
  const names = ({ simulation }: JudgedBilling) =>
    simulation?.totals.flatMap(({ movers }) => movers.map(({ customer }) => customer)) ?? [];
  expect(names(plain).length).toBeGreaterThan(0);
  expect(names(hidden)).toHaveLength(names(plain).length);
  expect(names(hidden).every((name) => /^[0-9a-f]{12}$/.test(name))).toBe(true);
  expect(JSON.stringify(hidden.simulation)).not.toContain(names(plain)[0]);
});

const LINE = 'binding: t-100, sku: api-calls, from: 2026-03-01T00:00:00Z, to: 2026-04-01T00:00:00Z';

/** One line of a correction of the standard profile, in a file of its own. */
function correcting(line: string): Files {
  const header =
    'kind: Correction\nschemaVersion: 1\nid: fix\nprofile: standard@1.2.0\nreason: Counted twice.\n';
  return { 'billing/corrections/fix.yaml': `${header}lines:\n  - { ${line} }\n` };
}

it('tells what corrections charge and give back, and who gets it only where customers are shown', async () => {
  const files = correcting(`${LINE}, quantity: '-3', amount: '-36.5'`);
  const { corrections } = await judged(before, { ...before, ...files });
  expect(corrections).toMatchObject([
    { SubAccountId: 't-100', SubAccountType: 'tenant', BilledCost: '-36.5', SkuId: 'api-calls' },
  ]);
  const hidden = await judged({ ...before, ...hashed }, { ...before, ...files, ...hashed });
  expect(hidden.corrections?.map(({ SubAccountId }) => SubAccountId)).toEqual([
    expect.stringMatching(/^[0-9a-f]{12}$/),
  ]);
  const standing = { ...before, ...files };
  expect((await judged(standing, { ...standing, ...dearer })).corrections).toEqual([]);
});

it('denies a correction that has no record, and names nobody where customers are hidden', async () => {
  const files = correcting(`${LINE.replace('t-100', 't-404')}, amount: '-36.5'`);
  const wrong = async (more: Files) =>
    (await judged({ ...before, ...more }, { ...before, ...files, ...more })).facts?.problems ?? [];
  const [shown, ...more] = await wrong({});
  expect(more).toEqual([]);
  expect(shown).toMatchObject({ rule: 'BP-104', source: { file: 'billing/corrections/fix.yaml' } });
  expect(shown?.message).toContain('t-404');
  const [hidden, ...others] = await wrong(hashed);
  expect(others).toEqual([]);
  expect(hidden?.message).toContain('The line names nobody');
  expect(JSON.stringify(hidden)).not.toContain('t-404');
});

it('warns of a date of the change that misses the begin of a period', async () => {
  const path = 'billing/bindings/prod.yaml';
  const binding =
    '  - { type: tenant, id: t-500, profile: partner@1.0.0, from: 2070-07-01T00:00:00Z, jurisdiction: DE }\n';
  const found = await judged(before, { ...before, [path]: `${(before[path] ?? '').trimEnd()}\n${binding}` });
  expect(codes(found)).toEqual(['warning off-period']);
  expect(found.diagnostics[0]).toMatchObject({
    source: { file: path },
    hint: 'Write 2070-06-30T22:00:00Z if that begin is meant.',
  });
});

it('reads nothing where nothing of billing changes', async () => {
  const found = await judged(before, { ...before, 'README.md': 'x' });
  expect(found.simulation).toBeUndefined();
  expect(found.facts).toBeUndefined();
});

it('looks at snapshots though no file differs besides', async () => {
  const snapshot = Object.keys(before).find((path) => path.startsWith('billing/snapshots/')) ?? '';
  const found = await judged(before, without(before, snapshot));
  expect(found.facts?.records).not.toEqual([]);
});

it('says what is wrong with a file itself where no rule shall', async () => {
  const off = { 'tollgate.yml': 'policies:\n  billing: { level: off }\n' };
  const profile = Object.keys(before).find((path) => path.startsWith('billing/profiles/')) ?? '';
  const broken = {
    ...before,
    [profile]: (before[profile] ?? '').replace(/^currency: .*$/m, 'currency: XXX'),
  };
  expect(codes(await judged(before, broken)).filter((code) => code.startsWith('error'))).toEqual([]);
  const found = codes(await judged({ ...before, ...off }, { ...broken, ...off }));
  expect(found.filter((code) => code.startsWith('error'))).not.toEqual([]);
});

const blocked = ({ facts }: JudgedBilling) => facts?.unjudged.map(({ reason }) => reason);

it('knows that a change cannot be judged where usage is expected and none can be rated', async () => {
  expect(blocked(await judged(before, after))).toEqual([]);
  const broken = { ...before, [USAGE]: 'SkuId\n"broken' };
  expect(blocked(await judged(broken, after))).toEqual([expect.stringMatching(/^No usage was replayed: /)]);
  expect(blocked(await judged(without(before, USAGE), after))).toEqual([
    expect.stringMatching(/^No file at the base/),
  ]);
  const nobody = { ...before, [USAGE]: `${(before[USAGE] ?? '').split('\n')[0] ?? ''}\n` };
  expect(blocked(await judged(nobody, after))).toEqual(['No row of the recorded usage could be taken.']);
  const unasked = { 'tollgate.yml': 'version: 1\n' };
  expect(blocked(await judged({ ...without(before, USAGE), ...unasked }, { ...after, ...unasked }))).toEqual(
    [],
  );
});

it.each([
  ['deleted', without(before, USAGE), `${USAGE} is deleted, and is recorded usage`],
  ['broken', { ...before, [USAGE]: 'SkuId\n"broken' }, 'No usage was replayed'],
  [
    'emptied',
    { ...before, [USAGE]: (before[USAGE] ?? '').split('\n').slice(0, 3).join('\n') },
    '2 rows of the',
  ],
  ['said to be another', { ...before, [`${USAGE}.meta.yaml`]: 'sha256: none\n' }, 'No usage was replayed'],
])('says that recorded usage is %s, though nothing else changes', async (_, files, message) => {
  const found = await judged(before, files);
  expect(codes(found)).toEqual(['warning usage-lost']);
  expect(found.diagnostics[0]?.message).toContain(message);
  expect(found.facts).toBeUndefined();
});

it('says nothing of more usage', async () => {
  const more = `${(before[USAGE] ?? '').trim()}\n${((before[USAGE] ?? '').split('\n')[1] ?? '').replace(/e1$/, 'more')}\n`;
  expect(codes(await judged(before, { ...before, [USAGE]: more }))).toEqual([]);
});

const SIDECAR = `${USAGE}.meta.yaml`;
const told = (text: string): Files => ({ ...before, [SIDECAR]: text });
const THROUGH = 'completeThrough: 2026-05-01T00:00:00Z\n';

it.each([
  [
    'a quantity',
    before,
    { ...before, [USAGE]: (before[USAGE] ?? '').replace(/(\n[^\n]*,)(\d+)(,[a-z]+,e1\n)/u, '$1999$3') },
    `${USAGE} has 1 of its lines no more, or not as they were: changes of prices`,
  ],
  ['a sample', told(THROUGH), told(`${THROUGH}sampled: '0.1'\n`), `${SIDECAR} says something else`],
  [
    'an earlier end',
    told(THROUGH),
    told(THROUGH.replace('05-01', '04-20')),
    `${SIDECAR} says something else`,
  ],
  ['an end', told('source: meter\n'), told(THROUGH), `${SIDECAR} says something else`],
])('says that recorded usage is edited: %s', async (_, from, to, message) => {
  const found = await judged(from, to);
  expect(codes(found)).toEqual(['warning usage-lost']);
  expect(found.diagnostics[0]?.message).toContain(message);
});

it('says nothing of usage that goes on, nor of where it comes from', async () => {
  const on = told(`source: warehouse\n${THROUGH.replace('05-01', '06-01')}`);
  const lines = (before[USAGE] ?? '').trim().split('\n');
  const sorted = [lines[0], ...lines.slice(1).reverse()].join('\r\n');
  expect(codes(await judged(told(THROUGH), { ...on, [USAGE]: sorted }))).toEqual([]);
});

it('says once that the configuration does not name recorded usage any more', async () => {
  const emptied = (usage: string, more = '') => ({
    'tollgate.yml': `${(before['tollgate.yml'] ?? '').replace(/usage: .*/, `usage: ${usage}`)}${more}`,
  });
  const alone = await judged(before, { ...before, ...emptied('[]') });
  expect(alone.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      'usage-lost',
      `"billing.usage" does not name ${USAGE} any more, which is recorded usage: changes of prices that come later are judged by what is left.`,
    ],
  ]);
  expect(codes(await judged(before, { ...before, ...emptied(`[${USAGE}]`) }))).toEqual([]);
  const both = await judged(before, { ...after, ...emptied('[]') });
  expect(both.diagnostics).toEqual([]);
  expect(both.simulation?.replayed).toBe(true);
  expect(both.facts?.loosened.map(({ setting }) => setting)).toEqual(['billing.usage']);
});
