import type { RatedUsage } from '../../model/billing/rated.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import { allDigits, money, percent } from '../../model/money-text.ts';
import { originText } from '../billing/usage.ts';
import { plural } from '../plural.ts';
import { sectionsText } from '../prices/blocks.ts';
import { type Block, type Cell, code, paragraph, type Section, strong } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { rowCounts, rowCountsText } from './row-counts.ts';

/** Invoices for a person, one piece each; with `explain` each step of each line. */
export function* renderRated(rated: RatedUsage, look: TerminalStyle, explain: boolean): Generator<string> {
  yield sectionsText([usageSection(rated, explain)], look);
  for (const invoice of rated.invoices) yield `\n${sectionsText([invoiceSection(invoice, explain)], look)}`;
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
      paragraph(`${rowCountsText(rowCounts(rated))}.`),
      ...(explain ? [paragraph(`Order of calculation: ${order.join(', ')}.`)] : []),
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

function invoiceSection(invoice: Invoice, explain: boolean): Section {
  const { customer, period, currency, lines, tax, payable, rounding, net } = invoice;
  const remarks = [...invoice.notices, ...invoice.unknowns];
  const exact = { exact: true } as const;
  const totals: Cell[][] = [
    ['Net', money(net, currency, exact)],
    ...tax.map((one): Cell[] => [
      `Tax ${one.jurisdiction} ${one.category} ${percent(one.rate)}${one.inclusive ? ', within the prices' : ''}, on ${money(one.base, currency, exact)}`,
      money(one.amount, currency, exact),
    ]),
    ...(rounding.eq('0') ? [] : [['Rounding', money(rounding, currency, { ...exact, signed: true })]]),
    [strong('Payable'), money(payable, currency, exact)],
    ...invoice.revenueShares.map((share): Cell[] => [
      `of it for ${share.party}`,
      money(share.amount, currency, exact),
    ]),
  ];
  const blocks: Block[] = [
    linesTable(lines, currency),
    { kind: 'table', columns: [{ title: '' }, { title: currency, align: 'right' }], rows: totals },
    ...(remarks.length === 0 ? [] : [{ kind: 'list', items: remarks } as const]),
    ...(explain ? lines.flatMap(stepBlocks) : []),
  ];
  return { title: `${customer}, ${period.from} to ${period.to}`, blocks };
}

function linesTable(lines: readonly RatedLine[], currency: string): Block {
  const figure = (amount: RatedLine['net']): string => money(amount, currency, { exact: true });
  return {
    kind: 'table',
    columns: [
      { title: 'Line' },
      { title: 'Profile' },
      { title: 'Metered', align: 'right' },
      { title: 'Billed', align: 'right' },
      { title: 'List', align: 'right' },
      { title: 'Discounts' },
      { title: 'Net', align: 'right' },
    ],
    rows: lines.map((line): Cell[] => [
      [code(line.id), line.kind === 'usage' ? '' : ` (${line.kind})`],
      line.profile,
      `${allDigits(line.quantity)}${line.unit === null ? '' : ` ${line.unit}`}`,
      allDigits(line.billable),
      figure(line.list),
      line.discounts.map(({ id, amount }) => `${id} ${figure(amount)}`).join(', '),
      figure(line.net),
    ]),
  };
}

function stepBlocks({ id, from, steps }: RatedLine): Block[] {
  if (steps.length === 0) return [];
  return [
    paragraph(strong(`${id} from ${from}, step by step:`)),
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
