import { expect, it } from 'vitest';

import { simulation as billed } from '../../../test/golden/render/billed/simulation.ts';
import type { Simulation } from '../../model/billing/simulation.ts';
import { sides } from '../../billing/simulate/sides.ts';
import { decimal } from '../../lib/decimal.ts';
import { revenueDelta, revenueLine, simulationSection } from './simulation.ts';

const [euro] = billed.totals;
const line = (simulation: Simulation) => JSON.stringify(revenueLine(simulation));
const same = { ...euro, revenue: sides(decimal('10'), decimal('10')) } as (typeof billed.totals)[0];

it.each([
  ['nobody', null, 'no change of revenue on recorded usage', 'the same'],
  [
    'one',
    { customers: 1, profiles: ['api'] },
    'revenue unknown for 1 customer',
    '; unknown for 1 customer of api"',
  ],
  [
    'customers of two profiles',
    { customers: 4, profiles: ['api', 'seats'] },
    'revenue unknown for 4 customers',
    '; unknown for 4 customers of api and 1 more profile"',
  ],
])('says that revenue is the same only where it is known of all: %s', (_, unread, delta, words) => {
  const simulation = { ...billed, totals: [same], unread };
  expect(revenueDelta(simulation)).toBe(delta);
  expect(line(simulation)).toContain(words);
});

it('says beside what is known for how many it is not', () => {
  const simulation = { ...billed, unread: { customers: 4, profiles: ['api'] } };
  expect(revenueDelta(simulation)).toMatch(/^revenue \+EUR .* on recorded usage, unknown for 4 customers$/);
  expect(line({ ...simulation, totals: [] })).toContain('unknown for 4 customers of api');
});

it('tells apart what a commitment bills beyond it and up to it', () => {
  const [sku] = euro?.skus ?? [];
  const kinds = (['overage', 'true-up'] as const).map((kind) => ({ ...sku, sku: 'least', kind, unit: null }));
  const totals = [{ ...euro, skus: kinds } as (typeof billed.totals)[0]];
  const blocks = simulationSection({ ...billed, totals })?.blocks ?? [];
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const names = tables.find(({ columns }) => columns[0]?.title === 'SKU')?.rows.map(([name]) => name);
  expect(names).toEqual([
    [{ kind: 'code', text: 'least' }, ', overage of api-pro'],
    [{ kind: 'code', text: 'least' }, ', true-up of api-pro'],
  ]);
});

it('says that revenue is not known of all where something is in no sum', () => {
  const terms = { customers: 3, reason: 'It is in no sum.', fix: 'Record it.' };
  const calls = { ...terms, profile: 'api', kind: 'sku', id: 'calls' } as const;
  const simulation = { ...billed, totals: [same], unjudged: [calls] };
  expect(revenueDelta(simulation)).toBe('revenue unknown: SKU calls of api');
  expect(line(simulation)).toContain('; in no sum, and not known: SKU calls of api"');
  const two = { ...billed, unjudged: [calls, { ...calls, id: 'disk' }] };
  expect(revenueDelta(two)).toMatch(
    /^revenue \+EUR .* on recorded usage, unknown: SKU calls of api and 1 more$/,
  );
});
