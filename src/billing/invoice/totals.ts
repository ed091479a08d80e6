import { DecimalTotal } from '../../lib/decimal-total.ts';
import { round } from '../../lib/round.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import type { Rounding } from '../../model/billing/terms.ts';
import type { Period } from '../time/periods.ts';
import { instantText } from './instant-text.ts';
import type { Part } from './part.ts';
import type { WorkLine } from './work-line.ts';

interface Worked {
  readonly customer: string;
  readonly period: Period;
  readonly parts: readonly Part[];
  readonly lines: readonly WorkLine[];
  readonly unknowns: readonly string[];
}

/** The invoice of finished lines: rounded and summed. */
export function totalled({ customer, period, parts, lines, unknowns }: Worked): Invoice {
  const last = parts.at(-1);
  if (last === undefined) throw new RangeError('No terms hold in the period.');
  const { currency, rounding } = last.inForce.terms;
  const [list, net] = [new DecimalTotal(), new DecimalTotal()];
  const done = linesOf(lines, parts, rounding);
  for (const line of done) {
    list.add(line.list);
    net.add(line.net);
  }
  const total = net.value();
  const payable = round(total, rounding.digits, rounding.mode);
  return {
    customer,
    period: { from: instantText(period.from), to: instantText(period.to) },
    currency,
    lines: done,
    list: list.value(),
    net: total,
    tax: [],
    payable,
    rounding: payable.minus(total),
    revenueShares: [],
    unknowns,
  };
}

function linesOf(lines: readonly WorkLine[], parts: readonly Part[], rounding: Rounding): RatedLine[] {
  const times = new Map(parts.map((part) => [part, [instantText(part.from), instantText(part.to)]] as const));
  return lines.map((line) => {
    const [from = '', to = ''] = times.get(line.part) ?? [];
    const { id, kind, part, quantity, unit, billable, list, discounts, cost, steps, left } = line;
    const net = rounding.level === 'line' ? round(left, rounding.digits, rounding.mode) : left;
    const shared = { id, kind, profile: part.plan.reference, from, to, quantity, unit, billable };
    return { ...shared, list, net, discounts, profitCenter: line.sku?.profitCenter ?? null, cost, steps };
  });
}
