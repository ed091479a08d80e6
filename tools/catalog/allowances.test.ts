import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openAllowances } from '../../src/estimate/own-prices/allowances.ts';
import { openBook } from '../../src/pricing/book.ts';
import { compileAllowances } from './allowances.ts';

const book = openBook();

describe('free allowances', () => {
  it('are compiled as they are written', () => {
    const shipped = readFileSync(new URL('../../catalog/allowances.json', import.meta.url), 'utf8');
    expect(shipped).toBe(compileAllowances());
    expect(openAllowances().length).toBeGreaterThan(30);
  });

  it.each(openAllowances().map((one) => [one.id, one] as const))(
    '%s is of prices that the book has, in their unit',
    (_, { provider, service, keys, unit }) => {
      const regions = book.contents(provider, service)?.regions ?? [];
      for (const key of keys) {
        const found = regions.flatMap((region) => book.find({ provider, service, region, key }) ?? []);
        expect([...new Set(found.map((price) => price.unit))], key).toEqual([unit]);
      }
    },
  );
});
