import { expect, it } from 'vitest';

import { bound, NOW, openSides, perUnit, profile, sku } from '../../billing/simulate/test-support/world.ts';
import { simulationPlan } from '../../billing/simulate/simulate.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { lateAtHead } from './late-at-head.ts';
import { recordedUsage } from './recorded-usage.ts';

const of = (version: string, cutoff: string) => ({
  ...profile('api', version, `skus:\n${sku('calls', perUnit('0.1'))}`, { cutoff }),
  ...bound({ acme: 'api@1.0.0' }),
});
const row = (received: string) =>
  `2026-04-02T00:00:00Z,2026-04-02T01:00:00Z,acme,calls,1,call,2026-05-${received}T00:00:00Z`;
const usage = [
  'ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit,x_ReceivedAt',
  ...['01', '20', '05', '21', '06'].map(row),
  '',
].join('\n');

async function lost(before: string, after: string) {
  const { base, head } = openSides(of('1.0.0', before), of('2.0.0', after));
  const request = { files: [], tree: memoryTree({ 'usage.csv': usage }), globs: ['*.csv'], until: NOW };
  const read = await recordedUsage(request, simulationPlan(base, head, 'prod', NOW));
  return lateAtHead(request, read.usage, base, head, 'prod', NOW);
}

it('counts what comes too late by a shorter cutoff, without what came too late before', async () => {
  expect(await lost('P10D', 'P1D')).toEqual({
    reason: 'late-at-head',
    rows: 2,
    first: 'Received 2026-05-05T00:00:00Z, after the cutoff of its billing period.',
    place: { file: 'usage.csv', line: 4 },
  });
});

it.each([
  ['a longer one', 'P1D', 'P10D'],
  ['the same', 'P10D', 'P10D'],
  ['a shorter one that loses nothing', 'P10D', 'P9D'],
])('is nothing for %s', async (_, before, after) => {
  expect(await lost(before, after)).toBeNull();
});
