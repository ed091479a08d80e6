import type { BillingDocument } from '../../document.ts';
import type { FactsInput } from '../input.ts';
import { freedSkus, type FreedSku } from './freed.ts';
import { impactsOf, type Impact } from './impacts.ts';
import { sharedPools, type SharedPool } from './pools.ts';
import { revenueTotals, type RevenueTotal } from './totals.ts';
import {
  rejectedUsage,
  unbilledUsage,
  usedUsage,
  type RejectedUsage,
  type UnbilledUsage,
  type UsedUsage,
} from './usage.ts';

/** What recorded usage tells of a change; all empty without any. */
export interface SimulatedFacts {
  readonly impacts: readonly Impact[];
  readonly freedSkus: readonly FreedSku[];
  readonly revenueTotals: readonly RevenueTotal[];
  readonly usedUsage: readonly UsedUsage[];
  readonly rejectedUsage: readonly RejectedUsage[];
  readonly unbilledUsage: readonly UnbilledUsage[];
  readonly pools: readonly SharedPool[];
}

/** The facts of a simulation and of the usage that it went by. */
export function simulatedFacts(
  { base, head, simulation, usage, now }: Pick<FactsInput, 'base' | 'head' | 'simulation' | 'usage' | 'now'>,
  touched: readonly BillingDocument[],
): SimulatedFacts {
  return {
    impacts: impactsOf(simulation, { base, head, now }, touched),
    freedSkus: freedSkus(simulation, { base, head }),
    revenueTotals: revenueTotals(simulation, touched),
    usedUsage: usedUsage(simulation),
    rejectedUsage: rejectedUsage(usage),
    unbilledUsage: unbilledUsage(simulation),
    pools: sharedPools(usage, base, head),
  };
}
