import { expect, test } from 'vitest';
import type { Price } from '../model/cost.ts';
import { openBook, type PriceBook } from '../pricing/book.ts';
import { whyMissing } from './missing-price.ts';

const shipped = openBook();

/** A book that has these keys and no others, with prices in the region but for those that begin with `!`. */
function why(template: string, parts: readonly string[], ...keys: string[]): string {
  const book: PriceBook = {
    ...shipped,
    keys: () => keys.map((key) => key.replace('!', '')),
    query: ({ parts: asked }) => (keys.includes(asked.join('|')) ? [{} as Price] : []),
  };
  return whyMissing({ book, provider: 'azure', service: 's', region: 'r', template, parts });
}

test('a value that nobody has comes with the nearest', () => {
  expect(why('Registry|{tier}', ['Registry', 'Premum'], 'Registry|Premium')).toBe(
    'Premum is not in the price book for s in r; the nearest is Premium (asked for Registry|Premum)',
  );
});

test('a value without a price in the region is not the nearest', () => {
  expect(why('Registry|{tier}', ['Registry', 'Premum'], '!Registry|Premium', 'Registry|Premium2')).toBe(
    'Premum is not in the price book for s in r; the nearest is Premium2 (asked for Registry|Premum)',
  );
  expect(why('Registry|{tier}', ['Registry', 'Premum'], '!Registry|Premium')).not.toContain('nearest');
});

test('a key that other regions have a price of says so', () => {
  const at = (provider: string, service: string, region: string, key: string): string =>
    whyMissing({ book: shipped, provider, service, region, template: key, parts: [key] });
  expect(at('google', 'bigquery', 'us', 'Analysis')).toBe(
    'no price in the book for google bigquery in us: Analysis; only us-central1 has one',
  );
  expect(at('aws', 'vpc', 'mars-1', 'nat-gateway.hour')).toMatch(/; [0-9]+ other regions have one$/);
  expect(at('aws', 'vpc', 'mars-1', 'nobody')).toBe('no price in the book for aws vpc in mars-1: nobody');
});

test('words that the catalog put together come with none: another price is no other spelling', () => {
  expect(why('Blob|{tier} Data Stored', ['Blob', 'Hot Data Stored'], 'Blob|Cold Data Stored')).toBe(
    'Hot Data Stored is not in the price book for s in r (asked for Blob|Hot Data Stored)',
  );
});
