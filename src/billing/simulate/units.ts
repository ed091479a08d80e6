import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { decimal, sum, type Decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { UnitRevenue } from '../../model/billing/simulation.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { BillingDocument } from '../document.ts';
import { compactText } from '../compact.ts';
import { marginOf, type LineFigures } from './line-tally.ts';
import type { RatedPair } from './rated-pair.ts';
import { sides, sidesPer } from './sides.ts';
import type { Side } from './tally.ts';

/** What the business counts, where recorded usage counts it. */
export interface CountedUnit {
  readonly id: string;
  readonly label: string;
  /** SKU or meter whose quantity counts it. */
  readonly meter: string;
  /** How many one figure is for. */
  readonly per: Decimal;
}

/** Whether a cell counts units: summed over the whole period, and not by day or hour. */
export function isCount({ aggregate, window }: Pick<UsageCell, 'aggregate' | 'window'>): boolean {
  return aggregate === 'sum' && window === 'period';
}

/**
 * The units that name a meter, by id. One that both sides define otherwise is none: figures for different units must not be
 * held against each other. `unknowns` has a sentence for each.
 */
export function countedUnits(
  base: readonly BillingDocument[],
  head: readonly BillingDocument[],
): { readonly units: readonly CountedUnit[]; readonly unknowns: readonly string[] } {
  const before = new Map(definitions(base).map((unit) => [unit.id, unit]));
  const found = definitions(head).sort((a, b) => byCodePoint(a.id, b.id));
  const differs = (unit: BillingDocument) => {
    const old = before.get(unit.id);
    return old !== undefined && contractOf(old) !== contractOf(unit);
  };
  const units = found.filter((unit) => !differs(unit)).flatMap((unit) => countedUnit(unit) ?? []);
  const unknowns = found
    .filter(differs)
    .map(
      ({ id }) => `No figures per ${id}: both sides define the unit otherwise, and would not be comparable.`,
    );
  const ids = new Set(found.map(({ id }) => id));
  const gone = [...before.keys()].filter((id) => !ids.has(id)).sort(byCodePoint);
  return {
    units,
    unknowns: [
      ...unknowns,
      ...gone.map((id) => `No figures per ${id}: head does not define the unit any more.`),
    ],
  };
}

/** Revenue and margin of both sides, `base` and `head`, for one unit each of those that the customers of the pairs have. */
export function unitRevenues(
  units: readonly CountedUnit[],
  pairs: readonly RatedPair[],
  base: LineFigures,
  head: LineFigures,
): UnitRevenue[] {
  return units.map(({ id, label, meter, per }) => {
    const counted = (side: Side) => {
      const all = pairs.flatMap(
        ({ counts }) => counts[side].get(meter) ?? (counts[side].has(meter) ? [null] : []),
      );
      const known = all.flatMap((one) => one ?? []);
      return known.length < all.length ? null : sum(known).div(per);
    };
    const count = sides(counted('base'), counted('head'));
    return {
      ...{ id, label, count },
      revenue: sidesPer(base.revenue, head.revenue, count),
      margin: sidesPer(marginOf(base), marginOf(head), count),
    };
  });
}

function definitions(documents: readonly BillingDocument[]): BillingDocument[] {
  return documents.filter(({ kind }) => kind === 'UnitDefinition');
}

/** What decides what is counted; names and owners do not. */
function contractOf({ root }: BillingDocument): string {
  return ['event', 'per', 'meter'].map((key) => compactOf(root, key)).join('\n');
}

function compactOf(root: BillingDocument['root'], key: string): string {
  const node = nodeAt(root, key);
  return node === undefined ? '' : compactText(node);
}

function countedUnit({ id, root }: BillingDocument): CountedUnit | undefined {
  const meter = textOf(nodeAt(root, 'meter'));
  if (meter === undefined) return undefined;
  const label = textOf(nodeAt(root, 'name')) ?? id;
  return { id, label, meter, per: decimal(textOf(nodeAt(root, 'per')) ?? '1') };
}
