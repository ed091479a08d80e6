import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { plainCell } from './aggregate/lazy-cell.ts';
import { readUsageContents } from './read-usage.ts';
import { metering } from './testing/plan.ts';

const CUT = Date.parse('2026-03-10T00:00:00Z');
const KEYS = new Map([
  ['api', metering({ cuts: [CUT] })],
  ['logins', metering({ aggregate: 'unique', window: 'day', unit: 'user' })],
  ['fee', metering({ perEvent: true, unit: 'payment' })],
]);

test('a month of usage comes to what its rows say', async () => {
  const bytes = readFileSync(new URL('testdata/march.csv', import.meta.url));
  const usage = await readUsageContents([{ name: 'march.csv', bytes }], {
    meterings(customer, type, key) {
      const found = KEYS.get(key);
      if (customer !== 'acme' || type !== 'tenant') return 'unknown-identity';
      return found === undefined ? 'unknown-sku' : [found];
    },
  });
  const instant = (at: number) => new Date(at).toISOString().slice(0, 10);
  const cells = [...usage.cells]
    .map(plainCell)
    .map(({ key, from, to, quantity, rows, events, amount, amounts, ...more }) => [
      `${key} ${instant(from)}/${instant(to)}: ${quantity.toFixed()} in ${rows} rows, ${events.toFixed()} events`,
      ...[amount?.toFixed(), amounts?.map((each) => `${each.count.toFixed()} × ${each.amount.toFixed()}`)],
      ...[more.cost?.toFixed(), more.jurisdiction, more.tags],
    ]);
  expect(cells).toEqual([
    [
      'api 2026-03-01/2026-03-10: 1000.75 in 2 rows, 2 events',
      undefined,
      undefined,
      undefined,
      'DE',
      { team: 'web' },
    ],
    ['api 2026-03-10/2026-04-01: 2000 in 1 rows, 4 events', undefined, undefined, undefined, null, null],
    ['fee 2026-03-01/2026-04-01: 1 in 1 rows, 2 events', '25', ['2 × 12.5'], undefined, null, null],
    ['logins 2026-03-01/2026-04-01: 2 in 3 rows, 3 events', undefined, undefined, undefined, null, null],
  ]);
  expect(usage.counts).toEqual({
    ...{ rows: 14, accepted: 7, deduplicated: 1, pooled: 1 },
    rejected: {
      'conflicting-duplicate': 1,
      late: 1,
      malformed: 1,
      'unknown-identity': 1,
      'wrong-currency': 1,
    },
  });
  expect(usage.rejectedRows.map(({ line, reason }) => [line, reason])).toEqual([
    [6, 'conflicting-duplicate'],
    [11, 'wrong-currency'],
    [13, 'late'],
    [14, 'unknown-identity'],
    [15, 'malformed'],
  ]);
  expect(Object.entries(usage.pools).map(([name, cost]) => [name, cost.toFixed()])).toEqual([
    ['support', '99.99'],
  ]);
  expect(usage.origin).toMatchObject({ from: '2026-03-01T00:00:00Z', to: '2026-03-12T10:00:00Z' });
});
