import { describe, expect, it } from 'vitest';

import { compare, edit, published, successor } from '../../../test/golden/billing/compare.ts';
import { decimal } from '../../lib/decimal.ts';
import { withFinance, type Deltas } from './ask-finance.ts';

/** A replay of which only the deltas of the profile count here. */
function replay(delta: string | null, byDifference: Readonly<Record<string, string>> = {}): Deltas {
  const parts = Object.entries(byDifference).map(([path, text]) => [path, decimal(text)] as const);
  const impact = {
    id: 'standard',
    revenue: { base: null, head: null, percent: null, delta: delta === null ? null : decimal(delta) },
    byDifference: Object.fromEntries(parts),
  };
  return { replayed: true, profiles: [impact] };
}

const SMS = edit(successor, [
  'discounts:\n',
  "  - { id: sms, name: SMS, unit: message, meter: { aggregate: sum }, price: { model: flat, amount: '1000' } }\ndiscounts:\n",
]);
const LONGER = edit(successor, ['to: 2026-04-01', 'to: 2026-05-01']);
const GRANTED = edit(successor, [
  'discounts:\n',
  "discounts:\n  - { id: vip, type: percent, value: '5', precedence: 20, stacking: stack, enabled: false }\n",
]);

describe('withFinance', () => {
  it.each<[string, string, string, Deltas, readonly string[]]>([
    ['a new SKU that costs', SMS, 'skus[sms]', replay('1000'), ['finance', 'owner']],
    ['a new SKU by its own delta', SMS, 'skus[sms]', replay('0', { 'skus[sms]': '5' }), ['finance', 'owner']],
    ['a new SKU that costs nothing yet', SMS, 'skus[sms]', replay('7', { 'skus[sms]': '0' }), ['owner']],
    ['a new SKU of unknown effect', SMS, 'skus[sms]', replay(null), ['finance', 'owner']],
    ['a new SKU without usage', SMS, 'skus[sms]', { ...replay('0'), replayed: false }, ['finance', 'owner']],
    [
      'a longer promotion',
      LONGER,
      'discounts[spring].to',
      replay('0', { 'discounts[spring]': '-2' }),
      ['finance', 'owner'],
    ],
    ['a longer promotion of no effect', LONGER, 'discounts[spring].to', replay('0'), ['owner']],
    ['a discount that nobody is granted', GRANTED, 'discounts[vip]', replay('0'), ['owner']],
    ['a discount that is granted', GRANTED, 'discounts[vip]', replay('-1'), ['finance', 'owner']],
  ])('%s', (_, head, path, simulation, expected) => {
    const [change] = withFinance(compare(published, head).changes, simulation);
    expect(change?.differences.find((one) => one.path === path)?.approval).toEqual(expected);
  });
});
