import { byCodePoint } from '../../lib/order.ts';
import type { EstimateBreakdown, EstimateGroup, EstimateResult } from '../../model/estimate.ts';
import { allDigits, count, money } from '../../model/money-text.ts';
import { isNothing } from '../../model/range.ts';
import type { SideTotals } from '../../model/result.ts';
import { moneyRange } from '../money.ts';
import { plural } from '../plural.ts';
import { type Cell, code, place, type Section, toned } from '../report/document.ts';
import { termBlocks } from '../report/own-prices.ts';
import { shortCommit } from '../report/footer.ts';
import { oldPricesOf } from '../report/price-age.ts';
import { priceText, quantityText } from '../report/quantity.ts';
import { unknownSection } from './unknowns.ts';

/** An estimate free of any format. */
export interface EstimateReport {
  readonly headline: string;
  readonly lines: readonly Cell[];
  readonly sections: readonly Section[];
}

/** The parts of an estimate: totals, what is tried out, breakdowns, and each resource line by line. */
export function estimateReport(result: EstimateResult): EstimateReport {
  const { monthly, fixed, variable } = result.totals;
  const where = result.path === '' ? 'all projects' : result.path;
  return {
    headline: `${total(result.totals, result.currency)} a month: ${where} at ${result.side.ref}`,
    lines: [
      `Low to high ${money(monthly.low, result.currency)} – ${money(monthly.high, result.currency)} · fixed ` +
        `${moneyRange(fixed, result.currency)} · by usage ${moneyRange(variable, result.currency)}`,
      ...unknownLine(result),
      ...listed(result),
      ...tried(result),
      booksLine(result),
      ...oldPricesOf(
        result.resources.map(({ cost }) => cost),
        result,
      ),
    ],
    sections: [
      ...result.breakdowns.map((one) => breakdownSection(one, result)),
      ...termsSection(result),
      ...resourcesSection(result),
      ...unknownSection(result),
      ...diagnosticsSection(result),
    ],
  };
}

function total({ monthly, unpriced }: SideTotals, currency: string): string {
  if (unpriced > 0 && isNothing(monthly)) return 'unknown';
  return money(monthly.likely, currency) + (unpriced > 0 ? ' + unknown' : '');
}

function unknownLine({ totals, coverage }: EstimateResult): Cell[] {
  const { A, B, C, D } = coverage.lines;
  const evidence = `${plural(coverage.resources, 'resource')}, ${coverage.free} of them free · lines by evidence: A ${A} · B ${B} · C ${C} · D ${D}`;
  if (totals.unpriced === 0) return [evidence];
  const open = `${plural(totals.unpriced, 'resource')} with a cost that is wholly or partly unknown: in no figure`;
  return [evidence, [toned(open, 'bad')]];
}

/** What the same costs by list prices, where the buyer pays otherwise. */
function listed({ pricing, currency }: EstimateResult): Cell[] {
  if (pricing === undefined || pricing.entries.length === 0) return [];
  return [`Contracted prices: by list prices ${money(pricing.list.head.monthly.likely, currency)} a month`];
}

function termsSection({ pricing, currency }: EstimateResult): Section[] {
  const blocks = pricing === undefined ? [] : termBlocks(pricing, currency, 'Effect a month');
  return blocks.length === 0
    ? []
    : [{ title: 'Contracted prices: what differs from the price lists', blocks }];
}

function tried({ whatIf, without, totals, currency }: EstimateResult): Cell[] {
  if (without === null) return [];
  const usage = whatIf.map(
    ({ target, key, value, resources }) =>
      `${target === null ? '' : `${target} `}${key} = ${allDigits(value)} (${plural(resources, 'resource')})`,
  );
  const difference = totals.monthly.likely.minus(without.monthly.likely);
  return [
    `Tried out: ${usage.join(', ')}`,
    `Without it ${total(without, currency)}: the difference is ${money(difference, currency, { signed: true })}`,
  ];
}

function booksLine({ priceBook }: EstimateResult): Cell {
  const dates = Object.entries(priceBook.asOf)
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([provider, date]) => `${provider} as of ${date}`);
  return ['Price book ', code(shortCommit(priceBook.id)), `: ${dates.join(', ')}`];
}

function breakdownSection({ by, groups }: EstimateBreakdown, { totals, currency }: EstimateResult): Section {
  const all = totals.monthly.likely;
  const share = ({ totals: { monthly } }: EstimateGroup): string =>
    all.eq('0') ? '–' : `${monthly.likely.times('100').div(all).toFixed(1)}%`;
  const cost = (group: EstimateGroup): string =>
    group.unpriced === 0
      ? moneyRange(group.totals.monthly, currency)
      : isNothing(group.totals.monthly)
        ? 'unknown'
        : `${moneyRange(group.totals.monthly, currency)} + unknown`;
  return {
    title: `By ${by.replace('_', ' ')}`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: by.replace('_', ' ') },
          { title: 'resources', align: 'right' },
          { title: 'cost a month', align: 'right' },
          { title: 'share', align: 'right' },
          { title: 'with unknown cost', align: 'right' },
        ],
        rows: groups.map((group) => [
          group.kind === 'value' ? group.name : toned(group.name, 'muted'),
          count(group.resources),
          cost(group),
          share(group),
          group.unpriced === 0 ? '–' : count(group.unpriced),
        ]),
      },
    ],
  };
}

function resourcesSection({ resources, currency }: EstimateResult): Section[] {
  const priced = resources.filter(({ cost }) => cost.lines.length > 0);
  if (priced.length === 0) return [];
  const rows = priced.flatMap(({ cost }) =>
    cost.lines.map((line, index): Cell[] => [
      index === 0 ? code(cost.address) : '',
      line.component,
      line.quantity === null ? 'unknown' : quantityText(line.quantity, line.unit),
      line.price === null ? 'unknown' : priceText(line.price, line.quantity),
      line.monthly === null ? 'unknown' : moneyRange(line.monthly, currency),
      line.evidence,
    ]),
  );
  const title = ['Resource', 'Component', 'Quantity a month', 'Price', 'Cost a month', 'Evidence'];
  const columns = title.map((text, index) =>
    index < 2 || index === 3 || index === 5 ? { title: text } : { title: text, align: 'right' as const },
  );
  return [
    {
      title: `Cost lines of ${plural(priced.length, 'resource')}`,
      blocks: [{ kind: 'table', columns, rows }],
      detail: true,
    },
  ];
}

function diagnosticsSection({ diagnostics }: EstimateResult): Section[] {
  if (diagnostics.length === 0) return [];
  const items = diagnostics.map(({ severity, message, source, hint }): Cell => [
    ...(source === undefined ? [] : [place(source), ' ']),
    `${severity}: ${message}`,
    ...(hint === undefined ? [] : [` ${hint}`]),
  ]);
  return [{ title: `Problems: ${items.length}`, blocks: [{ kind: 'list', items }] }];
}
