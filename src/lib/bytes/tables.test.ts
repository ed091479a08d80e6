import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ByteHash } from './hash.ts';
import { Interner } from './interner.ts';
import { PairTable } from './pair-table.ts';
import { RepeatFilter } from './repeat-filter.ts';
import { SeenTable } from './seen-table.ts';

test('texts get the same number each time, and give themselves back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 2000 }),
      fc.integer(),
      (texts, seed) => {
        const interner = new Interner(seed);
        const expected = new Map<string, number>();
        for (const each of texts) {
          const text = each.toWellFormed();
          const bytes = Buffer.from(`-${text}-`);
          if (!expected.has(text)) expected.set(text, expected.size);
          expect(interner.number(bytes, 1, bytes.length - 1)).toBe(expected.get(text));
        }
        expect([...expected.keys()]).toEqual(interner.texts);
      },
    ),
  );
});

test('pairs get the same number each time, and give themselves back', () => {
  const number = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 3000, size: 'max' }), (pairs) => {
      const table = new PairTable();
      const expected = new Map<string, number>();
      for (const [first, second] of pairs) {
        const name = `${first} ${second}`;
        expect(table.find(first, second)).toBe(expected.get(name) ?? -1);
        if (!expected.has(name)) expected.set(name, expected.size);
        expect(table.number(first, second)).toBe(expected.get(name));
      }
      expect(table.size).toBe(expected.size);
      for (const [name, each] of expected) expect(`${table.first(each)} ${table.second(each)}`).toBe(name);
    }),
  );
});

test.each([0, 10, 300_000])('of 200,000 texts each is seen once, with room for %i', (room) => {
  const table = new SeenTable();
  table.expect(room);
  const hash = new ByteHash(7);
  const counts = { new: 0, same: 0, another: 0 };
  for (let pass = 0; pass < 3; pass++) {
    for (let each = 0; each < 200_000; each++) {
      const bytes = Buffer.from(`evt-${each}`);
      const { high, low } = hash.of(bytes, 0, bytes.length);
      counts[table.note(high, low, pass === 2 ? 1 : 0)]++;
    }
  }
  expect(counts).toEqual({ new: 200_000, same: 200_000, another: 200_000 });
});

test('a table that was cleared knows nothing, and takes as much as before', () => {
  const [seen, pairs] = [new SeenTable(), new PairTable()];
  for (let pass = 0; pass < 2; pass++) {
    for (let each = 0; each < 20_000; each++) {
      expect(seen.note(Math.imul(each, 0x9e3779b1), each, 0)).toBe('new');
      expect(pairs.number(each, 7)).toBe(each);
    }
    seen.clear();
    pairs.clear();
  }
  expect(pairs.find(1, 7)).toBe(-1);
});

test('an entry of zeros is an entry', () => {
  const table = new SeenTable();
  expect([table.note(0, 0, 0), table.note(0, 0, 0), table.note(0, 0, 1)]).toEqual(['new', 'same', 'another']);
});

test.each([1000, 50_000, 500_000])(
  'of 50,000 hashes those that come again are all found, with room for %i',
  (room) => {
    const filter = new RepeatFilter(room);
    const hash = new ByteHash(3);
    const hashOf = (each: number) => hash.of(Buffer.from(`evt-${each}`), 0, `evt-${each}`.length).low;
    for (let each = 0; each < 50_000; each++) filter.add(hashOf(each));
    for (let each = 0; each < 50_000; each += 10)
      for (let more = 0; more < 4; more++) filter.add(hashOf(each));
    filter.close();
    const found = Array.from({ length: 50_000 }, (_, each) => filter.has(hashOf(each)));
    expect(found.filter((has, each) => each % 10 === 0 && !has)).toEqual([]);
    // Of each that comes again all five times that it came, and of others the one.
    const repeated = found.reduce((sum, has, each) => sum + (!has ? 0 : each % 10 === 0 ? 5 : 1), 0);
    expect(filter.repeated).toBe(repeated);
    const single = found.filter((has) => !has).length;
    if (room >= 50_000) expect(single).toBeGreaterThan(0.85 * 45_000);
  },
);
