import type { Decimal } from '../../lib/decimal.ts';
import type { RatedUsage } from '../../model/billing/rated.ts';
import type { Invoice, RatedLine, RatingStep } from '../../model/billing/rating.ts';
import { allDigits, money, percent, quantity } from '../../model/money-text.ts';
import { originText } from '../billing/usage.ts';
import { plural } from '../plural.ts';
import { sectionsText } from '../prices/blocks.ts';
import { type Block, type Cell, code, paragraph, type Section, strong } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { isEmpty, nothingDue } from './nothing-due.ts';
import { attributionText } from '../billing/usage.ts';
import { rowCounts, rowCountsText } from './row-counts.ts';

/** Invoices for a person, one piece each; with `explain` each step of each line. */
export function* renderRated(rated: RatedUsage, look: TerminalStyle, explain: boolean): Generator<string> {
  yield sectionsText([usageSection(rated, explain)], look);
  const nameOf = customerNames(rated.invoices);
  for (const invoice of rated.invoices)
    if (!isEmpty(invoice))
      yield `\n${sectionsText([invoiceSection(invoice, nameOf(invoice), explain)], look)}`;
  const shared = allocationSection(rated);
  if (shared !== null) yield `\n${sectionsText([shared], look)}`;
}

function usageSection(rated: RatedUsage, explain: boolean): Section {
  const { origin, invoices, order } = rated;
  const missing = missingRows(rated);
  return {
    title: `Rated usage: ${plural(invoices.length, 'invoice')}`,
    blocks: [
      paragraph(`${originText(origin)}.`),
      paragraph(`Rated by ${byText(rated)}.`),
      paragraph(`${rowCountsText(rowCounts(rated))}.${attributionText(rated.counts)}`),
      ...(explain ? [paragraph(`Order of calculation: ${order.join(', ')}.`)] : []),
      ...nothingDue(invoices).map((sentence) => paragraph(sentence)),
      ...(missing.length === 0 ? [] : [{ kind: 'list', items: missing } as const]),
    ],
  };
}

function byText({ by: { profile, environment, at }, side }: RatedUsage): string {
  const read = `billing files of ${side.ref}`;
  if (profile !== null) return `${profile} for every customer, ${read}`;
  const when = at === null ? 'in force when it was used' : `in force at ${at}`;
  return `the version of each customer in ${environment} that was ${when}, ${read}`;
}

/** Rows that are in no invoice, and why: each reason of unrated usage, and the first rejected rows with their places. */
export function missingRows({ unrated, rejectedRows }: RatedUsage): string[] {
  return [
    ...unrated.map(
      ({ customer, key, rows, reason }) =>
        `unrated: ${plural(rows, 'row')} of ${customer}, ${key}: ${reason}`,
    ),
    ...rejectedRows.map(({ file, line, reason, message }) => `${file}:${line}: ${reason}: ${message}`),
  ];
}

/** How customers are named: with their type where two types share an id. */
function customerNames(invoices: readonly Invoice[]): (invoice: Invoice) => string {
  const types = new Map<string, Invoice['type']>();
  const shared = new Set<string>();
  for (const { customer, type } of invoices) {
    if (types.has(customer) && types.get(customer) !== type) shared.add(customer);
    types.set(customer, type);
  }
  return ({ customer, type }) => (shared.has(customer) && type !== null ? `${customer} (${type})` : customer);
}

function invoiceSection(invoice: Invoice, name: string, explain: boolean): Section {
  const { period, currency, lines, tax, payable, rounding, net } = invoice;
  const profiles = new Set(lines.map(({ profile }) => profile));
  const by = profiles.size === 1 ? ` by ${[...profiles].join('')}` : '';
  const remarks = [...invoice.notices, ...invoice.unknowns];
  const totals: Cell[][] = [
    ['Net', shortMoney(net, currency)],
    ...tax.map((one): Cell[] => [
      `Tax ${one.jurisdiction} ${one.category} ${percent(one.rate)}${one.inclusive ? ', within the prices' : ''}, on ${shortMoney(one.base, currency)}`,
      shortMoney(one.amount, currency),
    ]),
    ...(rounding.eq('0') ? [] : [['Rounding', money(rounding, currency, { exact: true, signed: true })]]),
    [strong('Payable'), shortMoney(payable, currency)],
    ...invoice.revenueShares.map((share): Cell[] => [
      `of it for ${share.party}`,
      shortMoney(share.amount, currency),
    ]),
  ];
  const blocks: Block[] = [
    ...(lines.length === 0 ? [] : [linesTable(lines, currency, profiles.size === 1)]),
    { kind: 'table', columns: [{ title: 'Invoice' }, { title: 'Amount', align: 'right' }], rows: totals },
    ...(remarks.length === 0 ? [] : [{ kind: 'list', items: remarks } as const]),
    ...(explain ? lines.flatMap(({ id, from, steps }) => stepBlocks(`${id} from ${from}`, steps)) : []),
    ...(explain ? stepBlocks('The invoice as a whole', invoice.steps) : []),
  ];
  return { title: `${name}${by}, ${period.from} to ${period.to}`, blocks };
}

function linesTable(lines: readonly RatedLine[], currency: string, isOneProfile: boolean): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Line' },
      { title: 'Metered', align: 'right' },
      { title: 'Billed', align: 'right' },
      { title: 'List', align: 'right' },
      { title: 'Discounts' },
      { title: 'Net', align: 'right' },
    ],
    rows: lines.map((line): Cell[] => [
      [
        code(line.id),
        line.kind === 'usage' ? '' : ` (${line.kind})`,
        isOneProfile ? '' : ` by ${line.profile} from ${line.from}`,
      ],
      `${shortQuantity(line.quantity)}${line.unit === null ? '' : ` ${line.unit}`}`,
      shortQuantity(line.billable),
      shortMoney(line.list, currency),
      line.discounts.map(({ id, amount }) => `${id} ${shortMoney(amount, currency)}`).join(', '),
      shortMoney(line.net, currency),
    ]),
  };
}

/** Divisions have 40 decimals: JSON and CSV hold them. */
const MOST_DECIMALS = 6;

const isLong = (value: Decimal): boolean => value.c.length - 1 - value.e > MOST_DECIMALS;

function shortQuantity(value: Decimal): string {
  return isLong(value) ? quantity(value) : allDigits(value);
}

function shortMoney(amount: Decimal, currency: string): string {
  return money(amount, currency, isLong(amount) ? { fine: true } : { exact: true });
}

function stepBlocks(what: string, steps: readonly RatingStep[]): Block[] {
  if (steps.length === 0) return [];
  return [
    paragraph(strong(`${what}, step by step:`)),
    { kind: 'list', items: steps.map(({ step, text }): Cell => `${step}: ${text}`) },
  ];
}

function allocationSection({ allocations }: RatedUsage): Section | null {
  if (allocations.length === 0) return null;
  return {
    title: 'Shared cost',
    blocks: allocations.map(({ pool, amount, rule, parts, unknown }): Block => {
      const to = parts.map((part) => `${part.to} ${part.amount.toFixed()}`).join(', ');
      return paragraph(
        code(pool),
        ` ${amount.toFixed()}${rule === null ? '' : ` by ${rule}`}: ${unknown ?? to}`,
      );
    }),
  };
}
