import { expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import { moversOf } from './spread.ts';

const delta = (customer: string, amount: number) => ({
  customer,
  revenue: { base: null, head: null, delta: decimal(String(amount)), percent: null },
  profile: { base: null, head: null },
});

it('names the ten who change most, whichever way, and nobody who stays the same', () => {
  const all = Array.from({ length: 12 }, (_, index) => delta(`c-${index}`, index % 2 === 0 ? index : -index));
  const found = moversOf([delta('same', 0), ...all, delta('b-11', 11)]).map(({ customer }) => customer);
  expect(found).toEqual(['b-11', ...[11, 10, 9, 8, 7, 6, 5, 4, 3].map((index) => `c-${index}`)]);
});
