import { describe, expect, it } from 'vitest';

import { compare, edit, golden, NOW } from '../../test/golden/billing/compare.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { billingChanges } from './changes.ts';

const FILE = 'billing/bindings/prod.json';
const both = golden('bindings.json');
const begun = 'bindings[tenant t-001 2026-01-01T00:00:00Z]';
const later = 'bindings[tenant t-001 2026-07-01T00:00:00Z]';

/** `class bump path` of each difference. */
function lines(base: string | undefined, head: string | undefined): string[] {
  const [change] = compare(base, head, FILE).changes;
  return (change?.differences ?? []).map(
    ({ changeClass, requiredBump, path }) => `${changeClass} ${requiredBump} ${path}`,
  );
}

/** A set with one binding. */
function set(id: string, binding: object, environment = 'prod'): string {
  return JSON.stringify({ kind: 'BindingSet', schemaVersion: 1, id, environment, bindings: [binding] });
}

const one = { type: 'tenant', id: 't1', profile: 'standard@1.2.0', from: '2026-03-01T00:00:00Z' };

describe('bindings that have begun', () => {
  it('are refused when they are new, in an old file', () => {
    expect(lines(both.replace(/"bindings": \[[^]*\]/, '"bindings": []'), both)).toEqual([
      `binding none ${begun}`,
      `binding-in-past refused ${begun}.from`,
      `binding none ${later}`,
    ]);
  });

  it('are refused when they are new, in a new file', () => {
    expect(lines(undefined, both)).toEqual(['new none BindingSet', `binding-in-past refused ${begun}.from`]);
  });

  it.each<[string, [string, string], string[]]>([
    ['another profile', ['standard@1.2.0', 'free@1.0.0'], [`binding-in-past refused ${begun}.profile`]],
    ['another profile later on', ['standard@2.0.0', 'free@1.0.0'], [`binding none ${later}.profile`]],
    [
      'an end in the past',
      [
        '"to": "2026-07',
        '"to": "2026-01-05T00:00:00Z" }, { "type": "tenant", "id": "t-009", "profile": "standard@1.2.0", "from": "2026-06-01T00:00:00Z", "to": "2026-07',
      ],
      [`binding-in-past refused ${begun}.to`, 'binding none bindings[tenant t-009 2026-06-01T00:00:00Z]'],
    ],
    ['an end ahead', ['"to": "2026-07', '"to": "2026-05'], [`binding none ${begun}.to`]],
    [
      'tags',
      ['"profile": "standard@1.2.0"', '"tags": { "a": "b" }, "profile": "standard@1.2.0"'],
      [`binding none ${begun}.tags.a`],
    ],
    [
      'another environment',
      ['"environment": "prod"', '"environment": "sandbox"'],
      ['binding-in-past refused environment'],
    ],
  ])('are judged for %s', (_, change, expected) => {
    expect(lines(both, edit(both, change))).toEqual(expected);
  });

  it('are refused when they are taken out', () => {
    expect(lines(both, both.replace(/\{ "type"[^}]*\},/, ''))).toEqual([`binding-in-past refused ${begun}`]);
  });
});

describe('deletion', () => {
  it.each([
    ['a set whose binding has begun', both, 'published-deleted refused BindingSet'],
    ['a set whose binding has not', set('prod', one), 'deleted none BindingSet'],
    ['a tax table in use', golden('tax.yaml'), 'published-deleted refused TaxTable'],
    ['a tax table of later', golden('tax.yaml').replaceAll('2021-', '2031-'), 'deleted none TaxTable'],
    ['exchange rates in use', golden('exchange.yaml'), 'published-deleted refused FxTable'],
  ])('of %s', (_, base, expected) => {
    expect(lines(base, undefined)).toEqual([expected]);
  });
});

describe('one customer in two files', () => {
  const other = 'billing/bindings/a.json';
  const added = (binding: object, environment?: string) => {
    const base = memoryTree({ [FILE]: set('prod', one) });
    const head = memoryTree({ [FILE]: set('prod', one), [other]: set('more', binding, environment) });
    return billingChanges(base, head, NOW).diagnostics;
  };

  it.each([
    ['at one instant', one],
    ['while the other has no end', { ...one, from: '2026-06-01T00:00:00Z' }],
    ['until after the other begins', { ...one, from: '2026-02-01T00:00:00Z', to: '2026-03-02T00:00:00Z' }],
  ])('is an error %s', (_, binding) => {
    const found = added(binding).map(({ code, severity, source }) => [code, severity, source?.file]);
    expect(found.sort()).toEqual([
      ['bound-twice', 'error', other],
      ['bound-twice', 'warning', FILE],
    ]);
  });

  it.each([
    ['until the other begins', { ...one, from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' }, 'prod'],
    ['in another environment', one, 'sandbox'],
    ['of another type', { ...one, type: 'account' }, 'prod'],
  ])('is right %s', (_, binding, environment) => {
    expect(added(binding, environment)).toEqual([]);
  });
});
