import { decimal, type Decimal } from '../../../lib/decimal.ts';
import type { Sides, Simulation } from '../../../model/billing/simulation.ts';
import type { UsageAggregate, UsageCell } from '../../../model/billing/usage.ts';
import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { billingChanges } from '../../changes.ts';
import { openCatalogue, type Catalogue } from '../../resolve/catalogue.ts';
import { planSnapshots } from '../../snapshot/plan.ts';
import { simulate, simulationPlan } from '../simulate.ts';

export const NOW = '2026-06-10T00:00:00Z';

/** Text of files by path. */
export type Files = Readonly<Record<string, string>>;

/** One row of usage: what a customer used of a key in a month of 2026. */
export interface Used {
  readonly customer: string;
  readonly key: string;
  readonly quantity: string;
  readonly month?: number;
  readonly cost?: string;
  readonly amount?: string;
}

/** A profile in prod; `body` has SKUs and the rest that differs, `header` takes the place of what has a default. */
export function profile(
  id: string,
  version: string,
  body: string,
  header: Readonly<Record<string, string>> = {},
): Files {
  const fields: Record<string, string> = {
    lifecycle: 'published',
    environment: 'prod',
    owner: "{ accountable: '@jane', finance: '@example/finance' }",
    effective: version.startsWith('1.') ? '{ from: 2026-01-01T00:00:00Z }' : '{ from: 2026-08-01T00:00:00Z }',
    migration: '{ mode: all }',
    currency: 'USD',
    rounding: '{ mode: halfUp, level: invoice }',
    cadence: 'monthly',
    cutoff: 'P3D',
    timezone: 'UTC',
    ...header,
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  const text = `kind: BillingProfile\nschemaVersion: 1\nid: ${id}\nversion: ${version}\n${lines.join('\n')}\n${body}`;
  return { [`billing/profiles/${id}.yaml`]: text };
}

/** An SKU of a profile, as a line of its list; `more` is further fields. */
export function sku(id: string, price: string, more = ''): string {
  return `  - { id: ${id}, name: ${id}, unit: call, meter: { aggregate: sum }, price: ${price}${more === '' ? '' : `, ${more}`} }\n`;
}

export function perUnit(unit: string): string {
  return `{ model: perUnit, unit: '${unit}' }`;
}

/** Customers who have a profile since the begin of 2026, unless the text says something else. */
export function bound(customers: Readonly<Record<string, string>>): Files {
  const lines = Object.entries(customers).map(([id, rest]) => {
    const from = rest.includes('from:') ? '' : ', from: 2026-01-01T00:00:00Z';
    return `  - { type: tenant, id: ${id}, profile: ${rest}${from} }\n`;
  });
  return {
    'billing/bindings/prod.yaml': `kind: BindingSet\nschemaVersion: 1\nid: prod\nenvironment: prod\nbindings:\n${lines.join('')}`,
  };
}

/** The catalogues of two sides; what was published earlier, and what head takes over from base, is kept as snapshots. */
export function openSides(
  base: Files,
  head: Files,
  earlier: Files = {},
): { base: Catalogue; head: Catalogue } {
  const before = snapshots(earlier);
  const isTakenOver = Object.keys(base).some(
    (path) => path.includes('/profiles/') && isOther(base[path], head[path]),
  );
  const kept = isTakenOver ? snapshots({ ...base, ...before }) : {};
  return {
    base: openCatalogue(memoryTree({ ...before, ...kept, ...base })),
    head: openCatalogue(memoryTree({ ...before, ...kept, ...head })),
  };
}

/** Whether the file of a profile has another version. */
function isOther(base = '', head = ''): boolean {
  const [old, now] = [base, head].map((content) => /^version: .*$/mu.exec(content)?.[0]);
  return now !== undefined && old !== now;
}

function snapshots(files: Files): Files {
  const published = planSnapshots(openCatalogue(memoryTree(files)), NOW).files;
  return Object.fromEntries(published.map(({ path, text: content }) => [path, content]));
}

export interface Told {
  readonly origin?: Partial<UsageAggregate['origin']>;
  /** Files of versions that both sides have published before. */
  readonly earlier?: Files;
}

/** Simulates a change of files on usage. No usage at all: null. */
export function change(
  base: Files,
  head: Files,
  used: readonly Used[] | null,
  { origin = {}, earlier = {} }: Told = {},
): Simulation {
  const sides = openSides(base, head, earlier);
  const { changes } = billingChanges(memoryTree(base), memoryTree(head), NOW);
  const usage = used === null ? null : aggregate(sides.base, sides.head, used, origin);
  return simulate({
    ...sides,
    environment: 'prod',
    usage,
    changes,
    now: NOW,
    nameOf: (customer) => customer,
  });
}

/** Usage as it is read: one cell for each metering that the plan has for a row. */
function aggregate(
  base: Catalogue,
  head: Catalogue,
  used: readonly Used[],
  origin: Partial<UsageAggregate['origin']>,
): UsageAggregate {
  const plan = simulationPlan(base, head, 'prod', NOW);
  const cells: UsageCell[] = [];
  let rejected = 0;
  for (const { customer, key, quantity, month = 5, cost, amount } of used) {
    const meterings = plan.meterings(customer, 'tenant', key);
    if (typeof meterings === 'string') {
      rejected++;
      continue;
    }
    for (const { aggregate: by, window, cadence, timezone, unit, currency, perEvent } of meterings) {
      const isYear = cadence === 'yearly';
      cells.push({
        ...{ customer, type: 'tenant', key, aggregate: by, window, cadence, timezone, unit, currency },
        from: Date.UTC(2026, isYear ? 0 : month - 1),
        to: isYear ? Date.UTC(2027, 0) : Date.UTC(2026, month),
        quantity: decimal(quantity),
        rows: 1,
        events: decimal('1'),
        amount: amount === undefined ? null : decimal(amount),
        amounts: amount !== undefined && perEvent ? [{ amount: decimal(amount), count: decimal('1') }] : null,
        cost: cost === undefined ? null : decimal(cost),
        jurisdiction: null,
        tags: null,
      });
    }
  }
  const months = used.map(({ month = 5 }) => month);
  return {
    cells,
    counts: {
      ...{ rows: used.length, accepted: used.length - rejected, deduplicated: 0, pooled: 0 },
      rejected: rejected === 0 ? {} : { 'unknown-sku': rejected },
    },
    rejectedRows: [],
    origin: {
      files: ['usage.csv'],
      source: null,
      completeThrough: null,
      sampled: null,
      from: new Date(Date.UTC(2026, Math.min(...months) - 1)).toISOString().replace('.000Z', 'Z'),
      to: new Date(Date.UTC(2026, Math.max(...months))).toISOString().replace('.000Z', 'Z'),
      ...origin,
    },
    pools: {},
    reader: 'built-in',
  };
}

/** Texts of both sides and their difference: `10 -> 12 (2)`, with `?` for what is not known. */
export function text({ base, head, delta }: Pick<Sides, 'base' | 'head' | 'delta'>): string {
  const plain = (value: Decimal | null) => value?.toFixed() ?? '?';
  return `${plain(base)} -> ${plain(head)} (${plain(delta)})`;
}

/** The sums of the only currency. */
export function only({ totals }: Simulation) {
  const [first] = totals;
  if (first === undefined || totals.length > 1) throw new Error('not one currency');
  return first;
}

export function skuTexts(found: Simulation): string[] {
  return only(found).skus.map(({ profile: of, sku: id, revenue }) => `${of} ${id}: ${text(revenue)}`);
}

/** Two customers of one profile, and what they used in May. */
export const bindings = bound({ acme: 'api@1.0.0', beta: 'api@1.0.0' });
export const OLD = {
  ...profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`),
  ...bindings,
};
export const USED: readonly Used[] = [
  { customer: 'acme', key: 'calls', quantity: '1000' },
  { customer: 'acme', key: 'disk', quantity: '5' },
  { customer: 'beta', key: 'disk', quantity: '10' },
];
