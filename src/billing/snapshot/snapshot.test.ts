import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { edit, golden, published } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { snapshotText } from './snapshot.ts';

const FILE = 'billing/profiles/standard.yaml';
const SNAPSHOT = 'billing/snapshots/standard/1.2.0.json';

function only(text: string) {
  const catalogue = openCatalogue(
    memoryTree({ [FILE]: text, 'billing/tax/europe.yaml': golden('tax.yaml') }),
  );
  expect(catalogue.diagnostics).toEqual([]);
  const [profile] = catalogue.profiles;
  if (profile === undefined) throw new Error('There is no profile.');
  return profile;
}

const taxed = edit(published, ['timezone: UTC\n', 'timezone: UTC\ntaxes: europe@1.0.0\n']);
const text = snapshotText(only(taxed).json);

describe('a snapshot', () => {
  it('has these bytes, and their SHA-256 without the line break', () => {
    const kept = new URL('../../../test/golden/billing/snapshots/standard-1.2.0.json', import.meta.url);
    expect(text).toBe(readFileSync(kept, 'utf8'));
    const { sha256, termsSha256 } = only(taxed);
    expect(sha256).toBe(createHash('sha256').update(text.trimEnd()).digest('hex'));
    expect([sha256, termsSha256]).toEqual([
      '487642ac84f6abbdedd6be3ffe6e37d6fe8c718ec247ed426591558f3ebb6964',
      '9ce0b470dcd9e338c8a1e933e9e5125885f85acd55e8a909bc6003a5442c6349',
    ]);
  });

  it('is rated as the file is', () => {
    const snapshotOnly = openCatalogue(memoryTree({ [SNAPSHOT]: text })).profile('standard@1.2.0');
    expect(snapshotOnly?.terms).toEqual(only(taxed).terms);
    expect(snapshotOnly?.termsSha256).toBe(only(taxed).termsSha256);
    expect(snapshotOnly?.document).toBeNull();
  });

  it.each<[string, [string, string][]]>([
    [
      'comments and quoting',
      [
        ['# A published profile', '# Another'],
        ['name: Standard plan', "name: 'Standard plan'"],
      ],
    ],
    [
      'trailing zeros',
      [
        ["unit: '0.0010'", "unit: '0.001'"],
        ["unit: '12.50'", "unit: '12.5'"],
      ],
    ],
    [
      'the order of keys',
      [
        [
          'currency: USD\nrounding: { mode: halfUp, level: line }',
          'rounding: { level: line, mode: halfUp }\ncurrency: USD',
        ],
      ],
    ],
    [
      'the order of shares',
      [
        [
          "{ to: shop, share: '0.7' }, { to: search, share: '0.3' }",
          "{ to: search, share: '0.3' }, { to: shop, share: '0.70' }",
        ],
      ],
    ],
    ['a fraction of 0 seconds', [['from: 2026-03-01T00:00:00Z', 'from: 2026-03-01T00:00:00.000Z']]],
    [
      'lifecycle, owner, tests and keys of the team',
      [
        ['lifecycle: published', 'lifecycle: deprecated'],
        ["'@jane'", "'@joe'"],
        ['name: first tier, ', ''],
        ['x-ticket: FIN-7', 'x-ticket: FIN-8'],
      ],
    ],
  ])('does not depend on %s', (_, edits) => {
    expect(only(edit(taxed, ...edits)).sha256).toBe(only(taxed).sha256);
  });

  it.each<[string, [string, string], boolean]>([
    ['a name', ['Standard plan', 'Other plan'], true],
    ['a name of an SKU', ['name: Seats', 'name: Chairs'], true],
    ['the begin', ['from: 2026-01-01', 'from: 2026-01-02'], true],
    ['the migration', ['newOnly', 'all'], true],
    [
      'a value that is the default',
      ['price: { model: perUnit', "freeQuantity: '0'\n    price: { model: perUnit"],
      true,
    ],
    ['what an SKU costs the seller', ["variable: '0.0004'", "variable: '0.0005'"], true],
    ['a price', ["unit: '12.50'", "unit: '12.51'"], false],
    ['the rounding', ['level: line', 'level: invoice'], false],
    ['a discount', ["value: '10'", "value: '11'"], false],
    ['a tier', ["upTo: '100000'", "upTo: '100001'"], false],
  ])('has another hash for %s', (_, change, sameTerms) => {
    const [before, after] = [only(taxed), only(edit(taxed, change))];
    expect(after.sha256).not.toBe(before.sha256);
    expect(after.termsSha256 === before.termsSha256).toBe(sameTerms);
  });

  it('is the same whatever the order of keys and lists and the indentation, as JSON and as YAML', () => {
    const content = JSON.parse(text) as Record<string, unknown>;
    delete content['tax'];
    const whole: Record<string, unknown> = {
      ...content,
      taxes: 'europe@1.0.0',
      lifecycle: 'published',
      owner: { accountable: '@jane' },
    };
    const keys = Object.keys(whole);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(keys, { minLength: keys.length }),
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        (order, indent, reverse) => {
          const shuffled = Object.fromEntries(
            order.map((key) => [
              key,
              key === 'skus' && reverse ? (whole[key] as object[]).toReversed() : whole[key],
            ]),
          );
          expect(only(`# ${order.join(' ')}\n${JSON.stringify(shuffled, null, indent)}`).sha256).toBe(
            only(taxed).sha256,
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a changed snapshot', () => {
  const { sha256, termsSha256 } = only(taxed);
  const entry = { sha256, terms: termsSha256, publishedAt: '2025-12-01T00:00:00Z' };
  const lock = JSON.stringify({ version: 1, snapshots: { 'BillingProfile/standard@1.2.0': entry } });
  const bytes = Buffer.from(text);

  it('is caught, whatever byte is another', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, shift) => {
        const changed = Buffer.from(bytes);
        changed[at] = ((changed[at] ?? 0) + shift) % 256;
        const catalogue = openCatalogue(memoryTree({ [SNAPSHOT]: changed, 'billing.lock.json': lock }));
        const [snapshot] = catalogue.snapshots;
        expect(snapshot === undefined ? catalogue.unreadable.has(SNAPSHOT) : snapshot.sha256 !== sha256).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, string]>([
    ['no JSON', 'oops'],
    ['no object', '[]\n'],
    ['nothing', ''],
    ['a line more', `${text}\n`],
    ['no line break', text.trimEnd()],
    ['a byte order mark', `\ufeff${text}`],
    ['a key that is there twice', text.replace('{', '{"cadence":"daily",')],
    ['a key that is not known', text.replace('{', '{"aaa":1,')],
    ['half of a surrogate pair', text.replace('Standard plan', 'a\\ud800')],
    ['another id', text.replace('"id":"standard"', '"id":"standart"')],
    ['a thousand levels', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}\n`],
  ])('is no snapshot with %s', (_, content) => {
    const catalogue = openCatalogue(memoryTree({ [SNAPSHOT]: content }));
    expect(catalogue.snapshots).toEqual([]);
    expect(catalogue.diagnostics.map(({ code, source }) => [code, source?.file])).toEqual([
      ['snapshot-unreadable', SNAPSHOT],
    ]);
    expect([...catalogue.unreadable]).toEqual([SNAPSHOT]);
  });

  it('is not called missing where it is referred to', () => {
    const bindings = {
      ...{ kind: 'BindingSet', schemaVersion: 1, id: 'prod', environment: 'prod' },
      bindings: [{ type: 'tenant', id: 't-1', profile: 'standard@1.2.0', from: '2026-02-01T00:00:00Z' }],
    };
    const file = 'billing/bindings/prod.json';
    const { diagnostics } = openCatalogue(
      memoryTree({ [SNAPSHOT]: `${text.trimEnd()}\r\n`, [file]: JSON.stringify(bindings) }),
    );
    expect(diagnostics.map(({ code, message, source }) => [code, source?.file, message])).toEqual([
      ['snapshot-unreadable', SNAPSHOT, 'The snapshot ends in CRLF, as git writes text files on Windows.'],
      ['unread-reference', file, 'The snapshot of the profile "standard" could not be read.'],
    ]);
  });
});
