import fc from 'fast-check';
import { expect, test } from 'vitest';

import { decimal, sum } from './decimal.ts';
import { ExactNumber } from './exact-number.ts';
import { ExactSums } from './exact-sum.ts';

function read(text: string): ExactNumber | null {
  const number = new ExactNumber();
  const bytes = Buffer.from(`,${text},`);
  return number.read(bytes, 1, bytes.length - 1) ? number : null;
}

const text = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
    fc.stringMatching(/^\d{0,18}$/),
  )
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`);
const short = fc.tuple(fc.integer(), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`);
const texts = fc.array(fc.oneof(text, short), { minLength: 1, maxLength: 30 });

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['007', '7'],
  ['0.10', '0.1'],
  ['1e3', '1000'],
  ['1.25E-16', '0.000000000000000125'],
  ['123456789012345678.123456789012345678', '123456789012345678.123456789012345678'],
  ['1000000000000000000000e-4', '100000000000000000'],
  ['0e999', '0'],
])('%s is %s', (written, expected) => {
  expect(read(written)?.decimal().toFixed()).toBe(expected);
});

test.each([
  '',
  '-',
  '.5',
  '5.',
  '1.2.3',
  '+1',
  '1,000',
  '1e',
  '1e18',
  '1e-19',
  '1e99999',
  '--1',
  '0x1',
  'NaN',
  ' 1',
  '9'.repeat(65),
])('"%s" is no number', (written) => {
  expect(read(written)).toBeNull();
});

test('sums are exact, whatever the numbers and their order', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const sums = new ExactSums();
      for (const each of all) sums.add(200, read(each) ?? new ExactNumber());
      expect(sums.decimal(200).toFixed()).toBe(sum(all.map((each) => decimal(each))).toFixed());
      expect(sums.decimal(199).toFixed()).toBe('0');
    }),
  );
});

test('comparisons and products are exact', () => {
  fc.assert(
    fc.property(text, fc.oneof(text, short), fc.nat(1_000_000), (one, other, times) => {
      const sums = new ExactSums();
      const number = read(other) ?? new ExactNumber();
      sums.set(0, read(one) ?? new ExactNumber());
      expect(sums.isLess(0, number)).toBe(decimal(one).lt(decimal(other)));
      number.multiply(times);
      expect(number.decimal().toFixed()).toBe(decimal(other).times(decimal(times)).toFixed());
    }),
  );
});

test('sums stand at other places as they were', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const sums = new ExactSums();
      all.forEach((each, index) => {
        sums.add(index, read(each) ?? new ExactNumber());
      });
      const backwards = sums.moved(Uint32Array.from(all.keys()).reverse());
      const found = all.map((_, index) => backwards.decimal(all.length - 1 - index).toFixed());
      expect(found).toEqual(all.map((each) => decimal(each).toFixed()));
    }),
  );
});
