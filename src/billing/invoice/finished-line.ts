import { round } from '../../lib/round.ts';
import type { RatedLine, RatingStep } from '../../model/billing/rating.ts';
import type { Rounding } from '../../model/billing/terms.ts';
import { shown } from '../rate/text.ts';
import type { WorkLine } from './work-line.ts';

/** The line of the invoice: rounded where each line is. */
export function finished(line: WorkLine, { level, digits, mode }: Rounding): RatedLine {
  const { id, kind, part, usage, quantity, unit, billable, list, left, discounts, cost, steps } = line;
  const net = level === 'line' ? round(left, digits, mode) : left;
  // Steps are there only when somebody asked for them.
  if (steps.length > 0 && level === 'line') steps.push(roundingStep(line, net, mode));
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
    profitCenter: usage?.sku.profitCenter ?? null,
    cost,
    steps,
  };
}

function roundingStep({ left }: WorkLine, net: RatedLine['net'], mode: Rounding['mode']): RatingStep {
  return { step: 'line rounding', text: `${shown(left)}, ${mode} = ${shown(net)}`, amount: net };
}
