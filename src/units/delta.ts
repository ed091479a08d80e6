import { decimal, ZERO } from '../lib/decimal.ts';
import type { Decimal } from '../lib/decimal.ts';
import { orderedDifference } from '../model/range.ts';
import type { UnitDefinition, UnitDelta, UnitSide } from '../model/unit.ts';
import { unitSide } from './side.ts';
import type { CostedResource } from './side.ts';

/**
 * Cost and margin per unit before and after, one entry a unit in the order of the definitions. The volume
 * is the same on both sides, so the difference is what the change does at today's volume (FinOps
 * Foundation, "measure unit costs"). Figures are null, never 0, when a part is missing; `missing` says which.
 */
export function unitDeltas(
  definitions: readonly UnitDefinition[],
  base: readonly CostedResource[],
  head: readonly CostedResource[],
): UnitDelta[] {
  return definitions.map((unit) => {
    const before = unitSide(unit, base);
    const after = unitSide(unit, head);
    const { perUnit: old } = before.side;
    const { perUnit: now } = after.side;
    const delta = old === null || now === null ? null : orderedDifference(old, now);
    return {
      id: unit.id,
      label: unit.label,
      volume: unit.volume,
      base: before.side,
      head: after.side,
      delta,
      percent: old === null || now === null ? null : percentChange(old.likely, now.likely),
      marginDelta: difference(before.side.margin, after.side.margin),
      missing: missing(unit, before.side, after.side, before.uncertain, after.uncertain),
    };
  });
}

function percentChange(old: Decimal, now: Decimal): Decimal | null {
  return old.eq(ZERO) ? null : now.minus(old).div(old).times(decimal(100));
}

function difference(old: Decimal | null, now: Decimal | null): Decimal | null {
  return old === null || now === null ? null : now.minus(old);
}

function missing(
  unit: UnitDefinition,
  base: UnitSide,
  head: UnitSide,
  maybeBase: number,
  maybeHead: number,
): readonly string[] {
  const reasons: string[] = [];
  if (unit.volume === null) reasons.push('No monthly volume is given.');
  else if (unit.volume.monthly.lte(ZERO)) reasons.push('The monthly volume is 0.');
  for (const [name, side] of [
    ['base', base],
    ['head', head],
  ] as const) {
    if (side.resources === 0) reasons.push(`No resource belongs to it at ${name}.`);
    else if (side.monthly === null) reasons.push(`No price of its resources is known at ${name}.`);
    else if (side.unpriced > 0)
      reasons.push(
        `${count(side.unpriced, 'resource')} at ${name} left out: price wholly or partly unknown.`,
      );
  }
  const maybe = Math.max(maybeBase, maybeHead);
  if (maybe > 0) reasons.push(`${count(maybe, 'resource')} may belong to it: a tag is not known.`);
  if (unit.revenue === null) reasons.push('No revenue is given, so there is no margin.');
  return reasons;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
