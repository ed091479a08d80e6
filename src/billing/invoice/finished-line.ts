import type { Decimal } from '../../lib/decimal.ts';
import { round } from '../../lib/round.ts';
import type { RatedLine } from '../../model/billing/rating.ts';
import type { Rounding } from '../../model/billing/terms.ts';
import { shown } from '../rate/text.ts';
import type { WorkLine } from './work-line.ts';

/** What is left of a line as the invoice has it: rounded where each line is. Commitments count it so, too. */
export function netOf({ left }: WorkLine, { level, digits, mode }: Rounding): Decimal {
  return level === 'line' ? round(left, digits, mode) : left;
}

/** The line of the invoice, not yet taxed. */
export function finished(line: WorkLine, rounding: Rounding): RatedLine {
  const { id, kind, part, use, quantity, unit, billable, list, discounts, cost } = line;
  const sku = use?.one.sku;
  const net = netOf(line, rounding);
  return {
    id,
    kind,
    profile: part.plan.reference,
    from: part.fromText,
    to: part.toText,
    quantity,
    unit,
    billable,
    list,
    net,
    includedTax: null,
    discounts,
    name: sku?.name ?? null,
    group: sku?.group ?? null,
    profitCenter: sku?.profitCenter ?? null,
    cost,
    steps: rounding.level === 'line' ? withRounding(line, net, rounding.mode) : line.steps,
  };
}

/** Steps are there only when somebody asked for them. */
function withRounding({ left, steps }: WorkLine, net: Decimal, mode: Rounding['mode']): RatedLine['steps'] {
  if (steps.length === 0) return steps;
  return [...steps, { step: 'line rounding', text: `${shown(left)}, ${mode} = ${shown(net)}`, amount: net }];
}
