import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Budget, fit as fitGroups, type Part, type PartGroup } from './truncate.ts';

const part = (name: string, rows: number): Part => ({
  head: [`${name}:`],
  rows: Array.from({ length: rows }, (_, at) => `${name}${at}`),
  more: (n) => `and ${n} more`,
  tail: ['end'],
});

const fit = (parts: readonly Part[], by: Budget) => fitGroups([{ open: [], parts, close: [] }], by);

const budget = (limit: number) => ({ limit, measure: (text: string) => text.length });

describe('fit', () => {
  test('keeps all that fits', () => {
    expect(fit([part('a', 2), part('b', 0)], budget(1000))).toBe('a:\na0\na1\nend\nb:\nend');
  });

  test('cuts whole rows from the end and counts them', () => {
    expect(fit([part('a', 9)], budget(30))).toBe('a:\na0\na1\na2\na3\nand 5 more\nend');
  });

  test('small parts stay whole when a large one is cut', () => {
    const text = fit([part('a', 500), part('b', 3)], budget(300));
    expect(text).toContain('b0\nb1\nb2\nend');
    expect(text).toMatch(/and \d+ more/);
    expect(text.length).toBeLessThanOrEqual(300);
  });

  test('counts in the measure of the budget', () => {
    const rows = { ...part('é', 50) };
    const bytes = { limit: 120, measure: (text: string) => Buffer.byteLength(text) };
    expect(Buffer.byteLength(fit([rows], bytes))).toBeLessThanOrEqual(120);
  });

  test('leaves out whole parts where their heads alone are too long, and counts them', () => {
    const many = Array.from({ length: 100 }, (_, at) => part(`p${at}`, 3));
    const groups = [
      { open: ['first'], parts: [], close: [] },
      { open: ['open'], parts: many, close: ['close'] },
      { open: ['last'], parts: [], close: [] },
    ];
    const text = fitGroups(groups, budget(400));
    expect(text.length).toBeLessThanOrEqual(400);
    expect(text).toMatch(/^first\nopen\np0:\np00\n/);
    const [, left] =
      /\n\n… (\d+) more parts are in the JSON of the result alone\.\nclose\nlast$/.exec(text) ?? [];
    expect(text.match(/^p\d+:$/gm)).toHaveLength(100 - Number(left));
  });

  test('leaves out whole groups where there is no other way, and counts them', () => {
    const long = { open: ['x'.repeat(300)], parts: [part('a', 2)], close: [] };
    const short = { open: ['short'], parts: [], close: [] };
    const text = fitGroups([short, long, short, long, short], budget(300));
    expect(text).toBe('short\nshort\n\n… 2 more sections are in the JSON of the result alone.\nshort');
  });

  test('fits whatever comes', () => {
    const texts = fc.array(fc.string({ maxLength: 60 }), { maxLength: 6 });
    const parts = fc.array(
      fc.record({ head: texts, rows: texts, tail: texts, more: fc.constant((n: number) => `${n} more`) }),
      { maxLength: 60 },
    );
    const groups = fc.array(fc.record({ open: texts, parts, close: texts }), { maxLength: 20 });
    const bytes = (text: string) => Buffer.byteLength(text);
    const limit = 500;
    fc.assert(
      fc.property(groups, (found: readonly PartGroup[]) => {
        expect(bytes(fitGroups(found, { limit, measure: bytes }))).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
