import { ZERO } from '../../lib/decimal.ts';
import type { Period } from '../time/periods.ts';
import { stepsOf } from './explain.ts';
import type { Pricer } from './models/pricer.ts';
import { isDeferred, type Run } from './runs.ts';
import type { RatedSku, SkuPart } from './sku-part.ts';
import { due, type Stage, stageAlone, stageOf } from './stage.ts';
import { totalsOf } from './totals.ts';

const NO_STEPS: RatedSku['steps'] = [];

/** What each part of a run costs: what all so far costs by its prices, less what all before it would have cost by them. */
export function rateRun(run: Run, period: Period, explain: boolean): RatedSku[] {
  if (isDeferred(run)) return run.map((part) => rated(deferred(part, period), explain));
  if (run.length === 1) return [rated(stageAlone(run[0], period), explain)];
  const totals = totalsOf(run);
  return run.map((_part, index) => rated(stageOf(run, index, totals, period), explain));
}

function rated(stage: Stage, explain: boolean): RatedSku {
  const { part, before, at } = stage;
  const unknown = whyUnknown(stage);
  const { quantity } = part.usage;
  const billable = before === null ? at.billable : at.billable.minus(before.billable);
  const steps = explain ? stepsOf(stage, unknown === null) : NO_STEPS;
  if (unknown !== null) return { quantity, billable, steps, amount: null, unknown };
  const all = due(stage, at);
  const amount = before === null ? all : all.minus(due(stage, before));
  return { quantity, billable, steps, amount, unknown: null };
}

/** The stage of a flat amount that is not due before the next period. */
function deferred(part: SkuPart, period: Period): Stage {
  const sku = { ...part.sku, minAmount: null, maxAmount: null };
  const pricer: Pricer = {
    basis: 'nothing',
    amount: () => ZERO,
    unknown: () => null,
    text: () => '0, due from the next period on',
  };
  return { ...stageAlone({ ...part, sku }, period), pricer };
}

function whyUnknown({ part: { sku }, pricer: { basis, unknown }, at, end }: Stage): string | null {
  if (basis !== 'nothing' && sku.meter.aggregate === 'none')
    return 'The price goes by usage, and the meter counts none.';
  if (basis === 'quantity' && at.usage.unknown !== undefined) return at.usage.unknown;
  return unknown(at, end);
}
