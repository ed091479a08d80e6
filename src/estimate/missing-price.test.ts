import { expect, test } from 'vitest';
import { openBook } from '../pricing/book.ts';
import { whyMissing } from './missing-price.ts';

const shipped = openBook();

/** A book that has these keys and no others. */
function why(template: string, parts: readonly string[], ...keys: string[]): string {
  const book = { ...shipped, keys: () => keys };
  return whyMissing({ book, provider: 'azure', service: 's', region: 'r', template, parts });
}

test('a value that nobody has comes with the nearest', () => {
  expect(why('Registry|{tier}', ['Registry', 'Premum'], 'Registry|Premium')).toBe(
    'Premum is not in the price book for s in r; the nearest is Premium (asked for Registry|Premum)',
  );
});

test('words that the catalog put together come with none: another price is no other spelling', () => {
  expect(why('Blob|{tier} Data Stored', ['Blob', 'Hot Data Stored'], 'Blob|Cold Data Stored')).toBe(
    'Hot Data Stored is not in the price book for s in r (asked for Blob|Hot Data Stored)',
  );
});
