import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compare, edit, FILE, golden, NOW, published, draft } from '../../test/golden/billing/compare.ts';
import { toPlain } from '../config/yaml/plain.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { billingChanges } from './changes.ts';

describe('files', () => {
  it('shows a new profile', () => {
    expect(compare(undefined, published).changes).toMatchObject([
      {
        action: 'create',
        actualBump: 'new',
        requiredBump: 'refused',
        effectiveInPast: true,
        differences: [{ approval: ['finance', 'owner'], head: 'standard@1.2.0' }, { path: 'effective.from' }],
      },
    ]);
  });

  it.each([
    ['draft', 'none', false],
    ['published', 'refused', true],
    ['deprecated', 'refused', true],
    ['retired', 'none', false],
  ])('judges the past date of a new file that is %s', (lifecycle, requiredBump, isRefused) => {
    const head = edit(published, ['lifecycle: published', `lifecycle: ${lifecycle}`]);
    const [change] = compare(undefined, head).changes;
    expect(change?.requiredBump).toBe(requiredBump);
    expect(change?.differences.some(({ changeClass }) => changeClass === 'effective-in-past')).toBe(
      isRefused,
    );
  });

  it.each(['billing/profiles/a\nb.yaml', 'billing/profiles/\u2028.yaml'])('reads a file named %j', (file) => {
    expect(compare(undefined, published, file).changes).toMatchObject([{ action: 'create', file }]);
  });

  it.each([
    ['a draft', draft, 'none'],
    ['what is published', published, 'refused'],
    [
      'what is retired',
      edit(published, ['published', 'retired'], ['lifecycle: published', 'lifecycle: retired']),
      'none',
    ],
  ])('judges the deletion of %s', (_, base, requiredBump) => {
    expect(compare(base, undefined).changes).toMatchObject([
      { action: 'delete', requiredBump, effectiveInPast: null },
    ]);
  });

  it('knows a moved file', () => {
    const to = 'billing/profiles/eu/standard.yml';
    const { changes } = billingChanges(
      memoryTree({ [FILE]: published }),
      memoryTree({ [to]: published }),
      NOW,
    );
    expect(changes).toMatchObject([{ action: 'move', file: to, differences: [], bumpSufficient: true }]);
  });

  it('does not take an unreadable file for deleted, wherever it lies', () => {
    const broken = edit(published, ["unit: '12.50'", 'unit: 12.50']);
    for (const file of [FILE, 'billing/profiles/other.yaml']) {
      const { changes, diagnostics } = billingChanges(
        memoryTree({ [FILE]: published }),
        memoryTree({ [file]: broken }),
        NOW,
      );
      expect(changes).toEqual([]);
      expect(diagnostics).toMatchObject([{ severity: 'error', code: 'wrong-type', source: { file } }]);
    }
  });

  it('only warns of a broken file that the pull request does not touch, or repairs', () => {
    const broken = edit(published, ['cadence', 'cadense']);
    expect(compare(broken, broken).diagnostics.map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
    ]);
    const { changes, diagnostics } = compare(broken, published);
    expect(changes).toMatchObject([{ action: 'create' }]);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'base-unreadable' },
      { code: 'base-unreadable' },
    ]);
  });

  it.each(['billing/profiles/a.yaml', 'billing/profiles/z.yaml'])(
    'refuses an id that is there already when %s brings it',
    (file) => {
      const { diagnostics } = billingChanges(
        memoryTree({ [FILE]: published }),
        memoryTree({ [FILE]: published, [file]: published }),
        NOW,
      );
      const found = diagnostics.map(({ severity, code, source }) => [code, severity, source?.file]);
      expect(found.sort()).toEqual([
        ['duplicate-id', 'error', file],
        ['duplicate-id', 'warning', FILE],
      ]);
    },
  );

  it('leaves everything else in the repository alone', () => {
    const tree = memoryTree({
      'billing/snapshots/standard/1.0.0.json': '{',
      'billing/readme.md': '#',
      'profiles/a.yaml': '[',
    });
    expect(billingChanges(memoryTree({}), tree, NOW)).toEqual({
      changes: [],
      diagnostics: [],
      base: [],
      head: [],
    });
  });
});

describe('laws', () => {
  const names = [
    'standard.yaml',
    'every-model.yaml',
    'bindings.json',
    'tax.yaml',
    'exchange.yaml',
    'correction.yaml',
  ];

  it.each(names)('%s does not differ from itself', (name) => {
    expect(compare(golden(name), golden(name), `billing/profiles/${name}`).changes).toEqual([]);
  });

  it('order of keys and items, comments and quoting are no difference', () => {
    type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
    const shuffled = (value: Json, order: (length: number) => number[], list?: string): Json => {
      if (Array.isArray(value)) {
        const items = value.map((item) => shuffled(item, order));
        // The order of tiers is part of the format; that of other lists is not.
        return list === 'tiers' ? items : order(items.length).map((index) => items[index] ?? null);
      }
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value);
      return Object.fromEntries(
        order(entries.length).flatMap((index) => {
          const entry = entries[index];
          return entry === undefined ? [] : [[entry[0], shuffled(entry[1], order, entry[0])]];
        }),
      );
    };
    const { head } = compare(undefined, published);
    const plain = JSON.parse(JSON.stringify(head[0] && toPlain(head[0].root))) as Json;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.string({ unit: 'grapheme-ascii' }), (numbers, comment) => {
        const order = (length: number) => {
          const keys = Array.from({ length }, (_, index) => [Number(numbers.next().value), index] as const);
          return keys.sort((a, b) => a[0] - b[0]).map(([, index]) => index);
        };
        const json = JSON.stringify(shuffled(plain, order), null, 2);
        expect(compare(published, `# ${comment}\n${json}`).changes).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
