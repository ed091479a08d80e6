import { describe, expect, it } from 'vitest';
import { judge } from '../../../test/golden/billing-rules/judge.ts';
import {
  base,
  BEFORE,
  NOW,
  withSnapshots,
  type Files,
} from '../../../test/golden/billing-rules/repository.ts';
import { allOutputs } from '../../../test/support/all-outputs.ts';

const USAGE = 'billing/usage/2026-04.csv';
const BINDINGS = 'billing/bindings/prod.yaml';
const CONFIG = 'tollgate.yml';

/** The repository with customers shown or hidden, before it is published. */
function configured(hash: boolean): Files {
  const config = (base[CONFIG] ?? '').replace('billing:\n', `billing:\n  hash_customers: ${String(hash)}\n`);
  return { ...base, [CONFIG]: config };
}

/** A new customer gets a sandbox profile from a past date on, and usage is there of one whom nobody knows. */
function strangers(hash: boolean): Promise<string[]> {
  const row = `2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,t-999,seats,1,seat,e9\n`;
  const before = withSnapshots({ ...configured(hash), [USAGE]: `${base[USAGE] ?? ''}${row}` }, BEFORE);
  const binding = '  - { type: tenant, id: t-777, profile: trial@1.0.0, from: 2026-04-01T00:00:00Z }\n';
  const trial = (base['billing/profiles/partner.yaml'] ?? '')
    .replace('id: partner', 'id: trial')
    .replace('environment: prod', 'environment: sandbox');
  const bindings = (base[BINDINGS] ?? '').replace('bindings:\n', `bindings:\n${binding}`);
  return judge(before, { ...before, 'billing/profiles/trial.yaml': trial, [BINDINGS]: bindings });
}

it('names no customer of the usage or of a binding where customers are hidden', async () => {
  const [shown, hidden] = [await strangers(false), await strangers(true)];
  const rules = (lines: readonly string[]) => lines.map((line) => line.slice(0, 6));
  expect(rules(hidden)).toEqual(rules(shown));
  expect(rules(hidden)).toEqual(expect.arrayContaining(['BP-203', 'BP-301', 'BP-801']));
  expect(shown.join('\n')).toMatch(/t-777[^]*t-999/u);
  expect(hidden.join('\n')).not.toMatch(/t-\d{3}/u);
});

const ID = 'markedcorp';
/** As every customer is called here. */
const marked = (text = '') => text.replaceAll(/\bt-\d/gu, `${ID}-`);
const bound = (id: string, more = '') =>
  `  - { type: tenant, id: ${id}, profile: standard@1.2.0, from: 2026-06-01T00:00:00Z${more} }\n`;
const LINE = 'sku: seats, from: 2026-03-01T00:00:00Z, to: 2026-04-01T00:00:00Z';
const correction = (...lines: readonly string[]) =>
  [
    'kind: Correction\nschemaVersion: 1\nid: fix\nprofile: standard@1.2.0\nreason: Counted twice.\nlines:',
    ...lines.map((line) => `  - { binding: ${line}, ${LINE}, amount: '-36.5' }`),
    '',
  ].join('\n');

/** Changes of files that name customers, by what they are. */
const CHANGES: readonly (readonly [string, (bindings: string) => Files])[] = [
  [
    'bindings that are added, changed and removed',
    (bindings) => ({
      [BINDINGS]: `${bindings
        .replace('from: 2025-06-01T00:00:00Z', 'from: 2025-06-02T00:00:00Z')
        .replace(/.*partner@.*\n/u, '')
        .replace('grants: [loyal]', 'jurisdiction: DE')
        .replace('jurisdiction: FR, ', '')}${bound(`${ID}-new`)}`,
    }),
  ],
  [
    'customers with two profiles at a time',
    (bindings) => ({ [BINDINGS]: `${bindings}${bound(`${ID}-00`)}${bound(`${ID}-00`)}` }),
  ],
  [
    'references to what is not there',
    (bindings) => ({
      [BINDINGS]: `${bindings}${bound(`${ID}-x`, ', grants: [nope]').replace('standard@1', 'nope@1')}`,
    }),
  ],
  ['a blank in an id', (bindings) => ({ [BINDINGS]: `${bindings}${bound(`'${ID} ${ID}'`)}` })],
  ['an address as an id', (bindings) => ({ [BINDINGS]: `${bindings}${bound(`joe@${ID}.com`)}` })],
  ['an id as a key', (bindings) => ({ [BINDINGS]: `${bindings}${bound('t', `, ${ID}: ${ID}`)}` })],
  ['a key that is there twice', (bindings) => ({ [BINDINGS]: `${bindings}${ID}: 1\n${ID}: 2\n` })],
  ['an id as an alias', (bindings) => ({ [BINDINGS]: `${bindings}${bound(`*${ID}`)}` })],
  ['no YAML', (bindings) => ({ [BINDINGS]: `${bindings}  - { id: "${ID}\n` })],
  ['bindings in another folder', () => ({ 'billing/units/more.yaml': `kind: BindingSet\n${ID}: 1\n` })],
  [
    'corrections of those who are bound and of others',
    () => ({ 'billing/corrections/fix.yaml': correction(`${ID}-00`, `tenant ${ID}-00`, `${ID}-zz`) }),
  ],
  ['a correction', () => ({ 'billing/corrections/fix.yaml': correction(`${ID}-00`) })],
  [
    'a correction of another form',
    () => ({ 'billing/corrections/fix.yaml': correction(`[${ID}]`, `"${ID} ?"`) }),
  ],
];

describe('where customers are hidden, no output names one', () => {
  /** Also in usage: of nobody, and with what is wrong with it. */
  const repository = (hash: boolean): Files => {
    const files = configured(hash);
    const rows = ['t-999,seats,1,seat,e9', 't-888,seats,many,seat,e8', 't-777,nope,1,seat,t-777'];
    const strange = rows.map((row) => `2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,${row}\n`).join('');
    return withSnapshots(
      { ...files, [BINDINGS]: marked(files[BINDINGS]), [USAGE]: marked(`${files[USAGE] ?? ''}${strange}`) },
      BEFORE,
    );
  };
  const naming = async (files: Files, change: (bindings: string) => Files) =>
    [...(await allOutputs(files, change(files[BINDINGS] ?? ''), NOW))].flatMap(([format, text]) =>
      text.includes(ID) ? [format] : [],
    );
  const hidden = repository(true);

  it.each(CHANGES)('of %s', async (_, change) => {
    expect(await naming(hidden, change)).toEqual([]);
  });

  it('as all do where customers are shown', async () => {
    const [, twice] = CHANGES[1] ?? ['', () => ({})];
    expect(await naming(repository(false), twice)).toHaveLength(8);
  });
});
