import type { Decimal } from '../../lib/decimal.ts';
import { round } from '../../lib/round.ts';
import type { RatedLine } from '../../model/billing/rating.ts';
import type { Rounding } from '../../model/billing/terms.ts';
import { shown } from '../rate/text.ts';
import type { WorkLine } from './work-line.ts';

/** The line of the invoice: rounded where each line is. */
export function finished(line: WorkLine, { level, digits, mode }: Rounding): RatedLine {
  const { id, kind, part, use, quantity, unit, billable, list, left, discounts, cost } = line;
  const net = level === 'line' ? round(left, digits, mode) : left;
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
    discounts,
    profitCenter: use?.one.sku.profitCenter ?? null,
    cost,
    steps: level === 'line' ? withRounding(line, net, mode) : line.steps,
  };
}

/** Steps are there only when somebody asked for them. */
function withRounding({ left, steps }: WorkLine, net: Decimal, mode: Rounding['mode']): RatedLine['steps'] {
  if (steps.length === 0) return steps;
  return [...steps, { step: 'line rounding', text: `${shown(left)}, ${mode} = ${shown(net)}`, amount: net }];
}
