import type { RatedUsage } from '../../model/billing/rated.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import { allDigits, count, money, percent } from '../../model/money-text.ts';
import { countsText, originText } from '../billing/usage.ts';
import { plural } from '../plural.ts';
import { sectionsText } from '../prices/blocks.ts';
import { type Block, type Cell, code, paragraph, type Section, strong } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';

/** Invoices for a person; with `explain` each step of each line. */
export function renderRated(rated: RatedUsage, look: TerminalStyle, explain: boolean): string {
  const invoices = rated.invoices.map((invoice) => invoiceSection(invoice, explain));
  return sectionsText([usageSection(rated), ...invoices, ...allocationSection(rated)], look);
}

function usageSection({ counts, origin, rejectedRows, unrated, invoices, order }: RatedUsage): Section {
  const unratedRows = unrated.reduce((sum, { rows }) => sum + rows, 0);
  const rated = { ...counts, accepted: counts.accepted - unratedRows };
  const missing = unrated.map(
    ({ customer, key, rows, reason }) =>
      `Not rated: ${plural(rows, 'row')} of ${customer}, ${key}: ${reason}`,
  );
  const rejected = rejectedRows.map(
    ({ file, line, reason, message }) => `${file}:${line}: ${reason}: ${message}`,
  );
  return {
    title: `Rated usage: ${plural(invoices.length, 'invoice')}`,
    blocks: [
      paragraph(`${originText(origin)}.`),
      paragraph(
        `${countsText(rated)}${unratedRows === 0 ? '' : ` + ${count(unratedRows)} that nobody pays for`}.`,
      ),
      paragraph(`Order of calculation: ${order.join(', ')}.`),
      ...(missing.length === 0 ? [] : [{ kind: 'list', items: missing } as const]),
      ...(rejected.length === 0 ? [] : [{ kind: 'list', items: rejected } as const]),
    ],
  };
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

function allocationSection({ allocations }: RatedUsage): Section[] {
  if (allocations.length === 0) return [];
  return [
    {
      title: 'Shared cost',
      blocks: allocations.map(({ pool, amount, rule, parts, unknown }): Block => {
        const to = parts.map((part) => `${part.to} ${part.amount.toFixed()}`).join(', ');
        return paragraph(
          code(pool),
          ` ${amount.toFixed()}${rule === null ? '' : ` by ${rule}`}: ${unknown ?? to}`,
        );
      }),
    },
  ];
}
