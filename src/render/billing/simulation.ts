import type { CurrencyTotals, Simulation, UnreadCustomers } from '../../model/billing/simulation.ts';
import { count, money, percent } from '../../model/money-text.ts';
import { plural } from '../plural.ts';
import {
  type Block,
  type Cell,
  code,
  type Inline,
  paragraph,
  type Section,
  strong,
} from '../report/document.ts';
import { deltaCell, SIDES_COLUMNS, sidesCells } from './sides.ts';
import { migrationBlocks, probeBlocks } from './profile-impact.ts';
import { usageLines } from './usage.ts';

/** One line of what a change does to revenue; null where nothing was replayed. */
export function revenueLine(simulation: Simulation | null | undefined): Cell | null {
  if (simulation?.replayed !== true) return null;
  const { totals, unread, unjudged } = simulation;
  if (totals.length === 0 && unread === null) return null;
  const known = totals.flatMap(({ currency, revenue, customers }, index): Inline[] => [
    ...(index === 0 ? [] : ['; ']),
    ...(revenue.base === null || revenue.head === null
      ? ['unknown']
      : [
          `${money(revenue.base, currency)} → ${money(revenue.head, currency)}, `,
          deltaCell(revenue, currency),
        ]),
    `: ${plural(customers.more, 'customer pays', 'customers pay')} more, ${count(customers.less)} less, ${count(customers.same)} the same${comeAndGo(customers)}`,
  ]);
  const unknown = unread === null ? [] : [`${totals.length === 0 ? '' : '; '}${unreadWords(unread)}`];
  const open = unjudged.length === 0 ? [] : [`; in no sum, and not known: ${openWords(unjudged)}`];
  return [strong('Revenue on recorded usage:'), ' ', ...known, ...unknown, ...open];
}

/** `SKU calls of api and 2 more`. */
function openWords([first, ...more]: Simulation['unjudged']): string {
  if (first === undefined) return '';
  const { kind, id, profile } = first;
  const what =
    kind === 'time' ? `terms from ${id} on` : `${kind === 'sku' ? 'SKU' : kind} ${id} of ${profile}`;
  return `${what}${more.length === 0 ? '' : ` and ${count(more.length)} more`}`;
}

function unreadWords({ customers, profiles: [first = '', ...more] }: UnreadCustomers): string {
  const others = more.length === 0 ? '' : ` and ${plural(more.length, 'more profile')}`;
  return `unknown for ${plural(customers, 'customer')} of ${first}${others}`;
}

/** `revenue +EUR 395.51 on recorded usage`, with how many customers it leaves out; null where nothing was replayed, or nothing is known. */
export function revenueDelta(simulation: Simulation | null | undefined): string | null {
  if (simulation?.replayed !== true) return null;
  const moved = simulation.totals.flatMap(({ currency, revenue: { delta } }) =>
    delta === null || delta.eq('0') ? [] : [money(delta, currency, { signed: true })],
  );
  const { unread } = simulation;
  if (unread !== null) {
    const of = plural(unread.customers, 'customer');
    return moved.length === 0
      ? `revenue unknown for ${of}`
      : `revenue ${moved.join(', ')} on recorded usage, unknown for ${of}`;
  }
  const { unjudged } = simulation;
  if (unjudged.length > 0) {
    const of = openWords(unjudged);
    return moved.length === 0
      ? `revenue unknown: ${of}`
      : `revenue ${moved.join(', ')} on recorded usage, unknown: ${of}`;
  }
  const isKnown =
    simulation.totals.length > 0 && simulation.totals.every(({ revenue }) => revenue.delta !== null);
  if (moved.length === 0) return isKnown ? 'no change of revenue on recorded usage' : null;
  return `revenue ${moved.join(', ')} on recorded usage`;
}

/** What the change does to those who pay: totals, margin, customers, SKUs and units. */
export function simulationSection(simulation: Simulation | null | undefined): Section | null {
  if (simulation === null || simulation === undefined) return null;
  return {
    title: 'Billing: recorded usage by the old and the new terms',
    blocks: [
      { kind: 'list', items: [...usageLines(simulation), ...simulation.unknowns] },
      ...simulation.totals.flatMap(totalsBlocks),
      ...migrationBlocks(simulation),
      ...(simulation.replayed ? [] : probeBlocks(simulation)),
      ...(simulation.replayed ? [paragraph(ASSUMPTION)] : []),
    ],
  };
}

/** The quantities at and beside each bound, for those who want to see every step. */
export function probesSection(simulation: Simulation | null | undefined): Section | null {
  if (simulation?.replayed !== true) return null;
  const blocks = probeBlocks(simulation);
  return blocks.length === 0 ? null : { title: 'Billing: prices at the bounds of tiers', blocks };
}

const ASSUMPTION =
  'Before tax; promotions count as running all the time. The usage is what was recorded: that customers use less when it gets dearer, or more when it gets cheaper, is not in it.';

function totalsBlocks(totals: CurrencyTotals): Block[] {
  const { currency, revenue, margin, discounts, costCoverage } = totals;
  const known = costCoverage === null ? '' : ` (cost known for ${percent(costCoverage)} of the revenue)`;
  return [
    {
      kind: 'table',
      columns: [{ title: `In ${currency}` }, ...SIDES_COLUMNS],
      rows: [
        ['Revenue', ...sidesCells(revenue, currency, { good: 'up' })],
        ['Discounts', ...sidesCells(discounts, currency)],
        [`Contribution margin${known}`, ...sidesCells(margin, currency, { good: 'up' })],
        ...totals.units.map((unit): Cell[] => [
          `Revenue per ${unit.label}`,
          ...sidesCells(unit.revenue, currency, { fine: true, good: 'up' }),
        ]),
        ...totals.units.map((unit): Cell[] => [
          `Margin per ${unit.label}`,
          ...sidesCells(unit.margin, currency, { fine: true, good: 'up' }),
        ]),
      ],
    },
    paragraph(customersText(totals)),
    ...skuBlocks(totals),
    ...moverBlocks(totals),
  ];
}

/** Who was not billed before, or is not any more, pays neither more nor less. */
function comeAndGo(customers: CurrencyTotals['customers']): string {
  const { new: come, gone } = customers;
  return `${come === 0 ? '' : `, ${count(come)} new`}${gone === 0 ? '' : `, ${count(gone)} gone`}`;
}

function customersText({ customers, spread }: CurrencyTotals): string {
  const { total, more, less, same } = customers;
  const range =
    spread === null
      ? ''
      : ` Change of a customer in percent: ${percent(spread.p10, { signed: true })} (10th), ${percent(spread.p50, { signed: true })} (median), ${percent(spread.p90, { signed: true })} (90th percentile).`;
  return `${plural(total, 'customer')}: ${count(more)} ${more === 1 ? 'pays' : 'pay'} more, ${count(less)} less, ${count(same)} the same${comeAndGo(customers)}.${range}`;
}

function skuBlocks({ currency, skus }: CurrencyTotals): Block[] {
  const changed = skus.filter(({ revenue }) => revenue.delta === null || !revenue.delta.eq('0'));
  if (changed.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'SKU' },
        ...SIDES_COLUMNS,
        ...['A unit before', 'After', 'Change'].map((title) => ({ title, align: 'right' as const })),
      ],
      rows: changed.map(({ sku, kind, profile, revenue, perUnit, unit }) => [
        // What a commitment takes beyond it and what fills it up are lines apart.
        [
          code(sku),
          `${kind === 'usage' ? '' : `, ${kind}`} of ${profile}${unit === null ? '' : `, per ${unit}`}`,
        ],
        ...sidesCells(revenue, currency, { good: 'up' }),
        ...sidesCells(perUnit, currency, { fine: true }),
      ]),
    },
  ];
}

function moverBlocks({ currency, movers }: CurrencyTotals): Block[] {
  if (movers.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [{ title: 'Customers that change most' }, { title: 'Profile' }, ...SIDES_COLUMNS],
      rows: movers.map(({ customer, profile, revenue }) => [
        code(customer),
        profile.base === profile.head
          ? (profile.head ?? '–')
          : `${profile.base ?? 'none'} → ${profile.head ?? 'none'}`,
        ...sidesCells(revenue, currency),
      ]),
    },
  ];
}
