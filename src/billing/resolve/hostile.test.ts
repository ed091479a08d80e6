import { describe, expect, it } from 'vitest';

import { published } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { checkSnapshots } from '../snapshot/check-snapshots.ts';
import { planSnapshots } from '../snapshot/plan.ts';
import { openCatalogue } from './catalogue.ts';

/** A profile with another id and more keys; its own SKUs are left out when it extends another. */
function named(id: string, more = ''): string {
  const text = published.replace('id: standard', `id: ${id}`).replace(/x-ticket.*/, more);
  return more.includes('extends')
    ? text
        .replace(/^skus:[^]*?^discounts:[^]*?^commitments:/m, 'commitments:')
        .replace(/^tests:[^]*?(?=^extends)/m, '')
    : text;
}

describe('hostile billing files', () => {
  it('resolves 2,000 profiles that all extend one', () => {
    const files = Array.from({ length: 1999 }, (_, index) => [
      `billing/profiles/p${index}.yaml`,
      named(`p-${index}`, 'extends: standard@1.2.0\n'),
    ]);
    const catalogue = openCatalogue(
      memoryTree({
        'billing/profiles/base.yaml': published,
        ...(Object.fromEntries(files) as Record<string, string>),
      }),
    );
    expect(catalogue.diagnostics).toEqual([]);
    expect(catalogue.profiles).toHaveLength(2000);
    expect(catalogue.profile('p-77@1.2.0')?.terms.skus).toHaveLength(3);
  }, 60_000);

  it('does not let a few files grow beyond all bounds by extending a large one', () => {
    const sku = (index: number) =>
      `  - { id: s${index}, name: "${'n'.repeat(400)}", unit: u, meter: { aggregate: sum }, price: { model: perUnit, unit: '1' } }\n`;
    const skus = Array.from({ length: 1900 }, (_, index) => sku(index)).join('');
    const base = `${named('large').replace(/^skus:[^]*/m, '')}skus:\n${skus}`;
    const files = Array.from({ length: 150 }, (_, index) => [
      `billing/profiles/p${index}.yaml`,
      named(`p-${index}`, 'extends: large@1.2.0\n'),
    ]);
    const { diagnostics, profiles } = openCatalogue(
      memoryTree({
        'billing/profiles/a.yaml': base,
        ...(Object.fromEntries(files) as Record<string, string>),
      }),
    );
    expect(profiles.length).toBeGreaterThan(100);
    expect(profiles.length).toBeLessThan(130);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['resolved-too-large']));
    expect(profiles.length + diagnostics.length).toBe(151);
  }, 60_000);

  it('takes a ring of 2,000 profiles for what it is', () => {
    const files = Array.from({ length: 2000 }, (_, index) => [
      `billing/profiles/p${index}.yaml`,
      named(`p-${index}`, `extends: p-${(index + 1) % 2000}@1.2.0\n`),
    ]);
    const { diagnostics, profiles } = openCatalogue(
      memoryTree(Object.fromEntries(files) as Record<string, string>),
    );
    expect([profiles, diagnostics.length]).toEqual([[], 2000]);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['deep-extends']));
  }, 60_000);

  it.each<[string, string]>([
    ['a number', '1'],
    ['a list', '[]'],
    ['no version', '{"snapshots":{}}'],
    ['another version', '{"version":2,"snapshots":{}}'],
    ['an entry of another form', '{"version":1,"snapshots":{"BillingProfile/a@1.0.0":{"sha256":"x"}}}'],
    ['a key that is there twice', '{"version":1,"snapshots":{},"snapshots":{}}'],
    ['a million levels', '['.repeat(1_000_000)],
    ['bytes of nothing', '\u0000\ufffd'],
  ])('reads no lock file from %s', (_, text) => {
    const catalogue = openCatalogue(memoryTree({ 'billing.lock.json': text }));
    expect([catalogue.lock.size, catalogue.diagnostics.map(({ code }) => code)]).toEqual([
      0,
      ['lock-unreadable'],
    ]);
  });

  it.each<[string, [string, string]]>([
    ['a text', ['name: Standard plan', 'name: "a\\ud800b"']],
    ['a key', ['name: Standard plan', 'labels: { "a\\udc00": x }']],
  ])('tells half of a surrogate pair in %s', (_, [from, to]) => {
    const { diagnostics, profiles } = openCatalogue(
      memoryTree({ 'billing/profiles/a.yaml': published.replace(from, to) }),
    );
    expect([profiles, diagnostics.map(({ code, source }) => [code, source?.start.line])]).toEqual([
      [],
      [['wrong-value', 6]],
    ]);
  });

  it('treats names of the language as only names', () => {
    const lock = '{"version":1,"snapshots":{"__proto__":{"sha256":"a","terms":"b","publishedAt":"c"}}}';
    const files = {
      'billing/snapshots/__proto__/constructor.json': '{"__proto__":{"kind":"BillingProfile"}}\n',
      'billing.lock.json': lock
        .replace('"a"', `"${'0'.repeat(64)}"`)
        .replace('"b"', `"${'0'.repeat(64)}"`)
        .replace('"c"', '"2026-01-01T00:00:00Z"'),
      'billing/profiles/a.yaml': named('constructor', 'labels: { __proto__: x, toString: y }'),
    };
    const catalogue = openCatalogue(memoryTree(files));
    expect(catalogue.profiles.map(({ json }) => json['labels'])).toEqual([
      JSON.parse('{"__proto__":"x","toString":"y"}'),
    ]);
    expect(catalogue.diagnostics.map(({ code }) => code)).toEqual(['snapshot-unreadable']);
    expect(checkSnapshots(catalogue, catalogue).map(({ problem }) => problem)).toContain('snapshot-missing');
    expect(planSnapshots(catalogue, '2026-01-01T00:00:00Z').added).toEqual([
      'BillingProfile/constructor@1.2.0',
    ]);
  });
});
