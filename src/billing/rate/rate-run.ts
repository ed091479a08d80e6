import type { Period } from '../time/periods.ts';
import { stepsOf } from './explain.ts';
import { pricerOf } from './models/pricer-of.ts';
import type { Run } from './runs.ts';
import type { RatedSku } from './sku-part.ts';
import { due, type Stage, stageOf } from './stage.ts';
import { totalsOf } from './totals.ts';

/** What each part of a run costs: what all so far costs by its prices, less what all before it would have cost by them. */
export function rateRun(run: Run, period: Period, explain: boolean): RatedSku[] {
  const totals = totalsOf(run);
  return run.map((_part, index) => rated(stageOf(run, index, totals, period), explain));
}

function rated(stage: Stage, explain: boolean): RatedSku {
  const { part, before, at } = stage;
  const unknown = whyUnknown(stage);
  const common = {
    quantity: part.usage.quantity,
    billable: before === null ? at.billable : at.billable.minus(before.billable),
    steps: explain ? stepsOf(stage, unknown === null) : [],
  };
  if (unknown !== null) return { ...common, amount: null, unknown };
  const amount = due(stage, at);
  return { ...common, amount: before === null ? amount : amount.minus(due(stage, before)), unknown: null };
}

function whyUnknown({ part: { sku }, at, end }: Stage): string | null {
  const { basis, unknown } = pricerOf(sku);
  if (basis !== 'nothing' && sku.meter.aggregate === 'none')
    return 'The price goes by usage, and the meter counts none.';
  if (basis === 'quantity' && at.usage.unknown !== undefined) return at.usage.unknown;
  return unknown(at, end);
}
