import type { EntryState, EntryUse, ExchangeRate, PricingSummary } from '../../model/pricing.ts';
import type { CheckResult } from '../../model/result.ts';
import { money } from '../../model/money-text.ts';
import { isNothing } from '../../model/range.ts';
import { linesOf, type ResourceLine } from '../facts.ts';
import { moneyRange } from '../money.ts';
import { plural } from '../plural.ts';
import { type Block, type Cell, code, paragraph, type Section, strong } from './document.ts';
import { resourceNames, sameInProjects } from './same-resources.ts';

const STATES: Readonly<Record<EntryState, string>> = {
  used: '',
  unused: 'in force; changes no line',
  expired: 'expired',
  'not-yet-valid': 'not yet in force',
};

/** Which prices the figures are by, and what they would be by list prices; null where nothing is told apart. */
export function pricesLine({ pricing, currency }: CheckResult): Cell | null {
  if (pricing === undefined) return null;
  const rates = pricing.exchangeRates.map(rateText).join('; ');
  if (pricing.entries.length === 0) return rates === '' ? null : [strong('Converted:'), ` ${rates}`];
  const { base, head, delta } = pricing.list;
  const figure = (amount: typeof base): string => money(amount.monthly.likely, currency);
  const signed = money(delta.monthly.likely, currency, { signed: true });
  return [
    strong('Contracted prices:'),
    ` by list prices ${figure(base)} → ${figure(head)} (${signed})${rates === '' ? '' : `; ${rates}`}`,
  ];
}

/** What the buyer pays otherwise than by list prices: each entry with what it does, and each adjusted line of a changed resource. */
export function ownPricesSection(result: CheckResult): Section | null {
  const { pricing } = result;
  if (pricing === undefined) return null;
  const blocks = [...termBlocks(pricing, result.currency, 'After the change, a month'), ...lines(result)];
  return blocks.length === 0
    ? null
    : { title: 'Contracted prices: what differs from the price lists', blocks };
}

/** The exchange rates that figures were converted by, and each entry with what it does to the head, under a title. */
export function termBlocks(pricing: PricingSummary, currency: string, effect: string): Block[] {
  const rates = pricing.exchangeRates.map((rate) => paragraph(`Converted by ${rateText(rate)}.`));
  return [...rates, ...entries(pricing, currency, effect)];
}

function rateText({ from, to, rate, date, source }: ExchangeRate): string {
  return `1 ${from} = ${rate.toFixed()} ${to} (${source}, ${date})`;
}

function entries({ entries: all }: PricingSummary, currency: string, title: string): Block[] {
  if (all.length === 0) return [];
  const effect = ({ state, effect: range, lines: count }: EntryUse): string => {
    if (state !== 'used') return STATES[state];
    const figure = isNothing(range)
      ? money(range.likely, currency)
      : moneyRange(range, currency, { signed: true });
    return `${figure} on ${plural(count, 'line')}`;
  };
  return [
    {
      kind: 'table',
      columns: [{ title: 'Entry' }, { title: 'Kind' }, { title, align: 'right' }],
      rows: all.map((one) => [code(one.id), one.kind.replaceAll('_', ' '), effect(one)]),
    },
  ];
}

function lines(result: CheckResult): Block[] {
  const { currency } = result;
  const adjusted = linesOf(result).filter(({ line }) => line.adjustments !== undefined);
  if (adjusted.length === 0) return [];
  const cells = ({ line }: ResourceLine): Cell[] => [
    line.component,
    line.list === undefined ? 'unknown' : moneyRange(line.list, currency),
    (line.adjustments ?? [])
      .map(({ id, text, effect }) => `${id}: ${text} (${moneyRange(effect, currency, { signed: true })})`)
      .join('; '),
    line.monthly === null ? 'unknown' : moneyRange(line.monthly, currency),
  ];
  const name = resourceNames(result);
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Resource' },
        { title: 'Component' },
        { title: 'List cost a month', align: 'right' },
        { title: 'Adjustments' },
        { title: 'Cost a month', align: 'right' },
      ],
      rows: sameInProjects(adjusted, cells).map((group) => [name(group), ...cells(group.first)]),
    },
  ];
}
