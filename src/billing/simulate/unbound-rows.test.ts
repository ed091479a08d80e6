import { expect, it } from 'vitest';

import { bound, change, perUnit, profile, sku } from './test-support/world.ts';

const api = profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('0.1'))}`);
const at = (month: number, customer = 'acme') => ({ customer, key: 'calls', quantity: '10', month });
const since = (from: string) => ({ ...api, ...bound({ acme: `api@1.0.0, ${from}` }) });
const found = (from: string, ...months: number[]) =>
  change(
    since(from),
    since(from),
    months.map((month) => at(month)),
  );

it('names rows before a binding and after it, and where they begin', () => {
  const { unbilled, unknowns } = found('from: 2026-03-01T00:00:00Z', 1, 2, 3, 5);
  expect(unbilled).toEqual([
    {
      reason: 'unbound',
      rows: 2,
      first:
        'Nothing is in force for the customer "acme" from 2026-01-01T00:00:00Z to 2026-02-01T00:00:00Z, when it used "calls".',
      place: { file: 'usage.csv', line: 1 },
    },
  ]);
  expect(unknowns).toContain(
    '2 rows are on no invoice: nothing was in force in their billing periods for whoever used them.',
  );
  const ended = 'from: 2026-01-01T00:00:00Z, to: 2026-03-01T00:00:00Z';
  expect(found(ended, 2, 3).unbilled).toMatchObject([{ rows: 1 }]);
});

it('names none within a binding, nor of who is bound by the change', () => {
  expect(found('from: 2026-01-01T00:00:00Z', 1, 5).unbilled).toEqual([]);
  expect(found('from: 2026-05-20T00:00:00Z', 5).unbilled).toEqual([]);
  const head = { ...api, ...bound({ acme: 'api@1.0.0', beta: 'api@1.0.0, from: 2026-08-01T00:00:00Z' }) };
  expect(change(since('from: 2026-01-01T00:00:00Z'), head, [at(5, 'beta')]).unbilled).toEqual([]);
});
