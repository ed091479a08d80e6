import { describe, expect, test } from 'vitest';
import { fit, type Part } from './truncate.ts';

const part = (name: string, rows: number): Part => ({
  head: [`${name}:`],
  rows: Array.from({ length: rows }, (_, at) => `${name}${at}`),
  more: (n) => `and ${n} more`,
  tail: ['end'],
});

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
});
