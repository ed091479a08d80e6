import { decimal } from '../../../../src/lib/decimal.ts';
import type {
  CurrencyTotals,
  CustomerDelta,
  Probe,
  ProfileImpact,
  Sides,
  Simulation,
} from '../../../../src/model/billing/simulation.ts';
import { at } from '../build.ts';

/** Old and new with their difference; unknown where one of them is. */
export function sides(base: string | null, head: string | null): Sides {
  const old = base === null ? null : decimal(base);
  const current = head === null ? null : decimal(head);
  const delta = old === null || current === null ? null : current.minus(old);
  const percent = delta === null || old === null || old.eq('0') ? null : delta.div(old).times('100');
  return { base: old, head: current, delta, percent };
}

export function customer(id: string, base: string | null, head: string | null): CustomerDelta {
  return { customer: id, revenue: sides(base, head), profile: { base: 'api-pro@1.2.0', head: 'api-pro@1.3.0' } };
}

const probe = (quantity: string, place: Probe['at'], base: string | null, head: string): Probe => ({
  ...{ sku: 'api-calls', unit: 'call', quantity: decimal(quantity), at: place, amount: sides(base, head) },
  bound: place === 'unit' ? null : decimal('1000'),
  source: at('billing/api-pro.yaml', 31),
});

const customers = { total: 12, more: 7, less: 1, same: 3, new: 1, gone: 0 };

const euro: CurrencyTotals = {
  currency: 'EUR',
  revenue: sides('1200.50', '1420.75'),
  compared: sides('1200.50', '1420.75'),
      moved: decimal('0'),
  margin: sides('800', null),
  costCoverage: decimal('62.5'),
  discounts: sides('0', '12.3'),
  customers,
  spread: { p10: decimal('-2'), p50: decimal('18.3'), p90: decimal('30') },
  movers: [customer('acme', '500', '600'), customer('bolt', '40', '38.5'), customer('new', null, '5')],
  skus: [
    {
      ...{ sku: 'api-calls', kind: 'usage', profile: 'api-pro', unit: 'call', quantity: decimal('240000') },
      ...{ revenue: sides('1200', '1420.25'), perUnit: sides('0.005', '0.00591770833'), margin: sides('800', null) },
    },
  ],
  units: [
    {
      ...{ id: 'call', label: '1,000 calls', count: sides('240', '240') },
      ...{ revenue: sides('5', '5.92'), margin: sides('3.33', null) },
    },
  ],
};

export const profile: ProfileImpact = {
  ...{ id: 'api-pro', baseVersion: '1.2.0', headVersion: '1.3.0', currency: 'EUR', customers },
  ...{ revenue: euro.revenue, margin: euro.margin, interaction: decimal('0') },
  migrations: [
    { mode: 'newOnly', declared: false, from: null, customersMoved: 0, delta: decimal('0'), stages: [] },
    {
      ...{ mode: 'all', declared: true, from: '2027-01-01T00:00:00Z', customersMoved: 12, delta: decimal('220.25') },
      stages: [
        { percent: '25', from: '2027-01-01T00:00:00Z', customersMoved: 3, delta: decimal('60.05') },
        { percent: '100', from: '2027-03-01T00:00:00Z', customersMoved: 12, delta: decimal('220.25') },
      ],
    },
  ],
  probes: [probe('1', 'unit', '0.005', '0.0065'), probe('1000', 'on', '5', '6.5'), probe('1001', 'above', null, '6.5')],
  byDifference: { 'skus[api-calls].price': decimal('220.25') },
};

/** A price list rises: most pay more, and the cost of some is not known. */
export const simulation: Simulation = {
  replayed: true,
  totals: [euro, { ...euro, currency: 'JPY', revenue: sides('1000', '1000'), movers: [], skus: [], units: [], spread: null }],
  profiles: [profile],
  usage: {
    counts: { rows: 100, accepted: 90, deduplicated: 4, pooled: 1, rejected: { late: 2, 'unknown-sku': 3 } },
    origin: {
      ...{ files: ['billing/usage/2026-10.csv'], source: 'warehouse', sampled: null },
      ...{ completeThrough: null, from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z' },
    },
    coverage: { rows: decimal('95'), complete: null },
    periods: [],
  },
  effects: [],
  uncompared: [],
    unbilled: [],
    environment: 'prod',
    unread: null,
  unjudged: [],
  unknowns: ['2 customers were left out: the amount of an event is not in the usage.'],
};
