import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { loadBilling } from '../load.ts';
import { daysSince } from './days.ts';
import { rateAges } from './exchange.ts';

const table = (dates: readonly string[]) => `kind: FxTable
schemaVersion: 1
id: ecb
version: 1.0.0
rates:
${dates.map((date) => `  - { from: EUR, to: USD, date: ${date}, rate: '1.1', source: s, signedBy: '@jane' }\n`).join('')}`;

it.each([
  ['first', ['2026-05-08', '2026-04-30']],
  ['last', ['2026-04-30', '2026-05-08']],
])('takes the age of the newest rate where it is written %s', (_, dates) => {
  const { documents } = loadBilling(memoryTree({ 'billing/fx/ecb.yaml': table(dates) }));
  const ages = documents.map((document) => rateAges(document, '2026-05-10T12:00:00Z'));
  expect(ages).toMatchObject([[{ pair: 'EUR to USD', date: '2026-05-08', ageDays: 2 }]]);
});

it.each([
  ['2026-05-10', '2026-05-10T23:59:59Z', 0],
  ['2026-05-09T23:59:59Z', '2026-05-10T00:00:00Z', 1],
  ['2026-02-28', '2026-03-01T00:00:00Z', 1],
  ['2026-05-13', '2026-05-10T00:00:00Z', -3],
])('counts the days from %s to %s', (date, now, days) => {
  expect(daysSince(date, now)).toBe(days);
});
