import { expect, test } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import type { OwnPrice } from '../model/pricing.ts';
import { openBook, type PriceBook } from '../pricing/book.ts';
import { openCatalog } from './catalog/catalog.ts';
import { costKey, estimateResources } from './estimate-all.ts';
import { withOwnPrices } from './own-prices/own-book.ts';
import { officialSpelling } from './spelling.ts';
import { resourceOf, valueOf } from './test-support/resource.ts';
import { NO_USAGE } from './usage/usage.ts';

const shipped = openBook();
const catalog = openCatalog();

function machine(size: string, { region = 'westeurope', book = shipped } = {}) {
  const vm = resourceOf('azurerm_linux_virtual_machine.x', { size }, { region: valueOf(region) });
  const costs = estimateResources([vm], { book, catalog, usage: NO_USAGE });
  return costs.get(costKey(vm.project, vm.address))?.lines[0];
}

/** A book with these keys alone. */
function bookOf(...keys: string[]): PriceBook {
  return { ...shipped, contents: () => ({ regions: ['westeurope'], keys, units: keys.map(() => 'hour') }) };
}

const spelled = (book: PriceBook, key: string, provider = 'azure') =>
  officialSpelling({ book, provider, service: 'vm', parts: key.split('|') }).join('|');

test('a size of Azure in other letters has the price of the official one, whose key is shown', () => {
  const official = machine('Standard_DS2_v2');
  const shouted = machine('STANDARD_DS2_V2');
  expect(shouted?.price?.key).toBe('instance|Standard_DS2_v2|linux');
  expect(shouted?.monthly).toEqual(official?.monthly);
  expect(official?.evidence).toBe('C');
});

test('a region without a price of the size is named with the official spelling', () => {
  expect(machine('STANDARD_DS2_V2', { region: 'mars' })?.reason).toBe(
    'no price in the book for azure vm in mars: instance|Standard_DS2_v2|linux; 55 other regions have one',
  );
});

test('an own price with the key as it is written comes before one in other letters', () => {
  const own = (key: string): OwnPrice => ({
    id: key,
    unit: 'hour',
    currency: 'USD',
    tiers: [{ from: decimal('0'), price: decimal('1') }],
    scope: { provider: 'azure', service: 'vm', key },
    source: { file: 'tollgate.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  });
  const asWritten = withOwnPrices(shipped, [own('instance|STANDARD_DS2_V2|linux')]).book;
  expect(machine('STANDARD_DS2_V2', { book: asWritten })?.ownPrice?.own?.id).toBe(
    'instance|STANDARD_DS2_V2|linux',
  );
  expect(machine('Standard_DS2_v2', { book: asWritten })?.ownPrice).toBeUndefined();
  const official = withOwnPrices(shipped, [own('instance|Standard_DS2_v2|linux')]).book;
  expect(machine('STANDARD_DS2_V2', { book: official })?.ownPrice?.own?.id).toBe(
    'instance|Standard_DS2_v2|linux',
  );
});

test('nothing but case may differ, and only one key', () => {
  const book = bookOf('instance|Standard_A1|linux', 'instance|a|linux', 'instance|A|linux');
  expect(spelled(book, 'instance|standard_a1|LINUX')).toBe('instance|Standard_A1|linux');
  expect(spelled(book, 'instance|standard-a1|linux')).toBe('instance|standard-a1|linux');
  expect(spelled(book, 'instance|A|LINUX')).toBe('instance|A|LINUX');
  expect(spelled(book, 'instance|standard_a1|linux', 'aws')).toBe('instance|standard_a1|linux');
});

test('a key with any text in it stays as it is', () => {
  const parts = ['instance', 'standard_a1', null];
  expect(
    officialSpelling({ book: bookOf('instance|Standard_A1|linux'), provider: 'azure', service: 'vm', parts }),
  ).toBe(parts);
});
