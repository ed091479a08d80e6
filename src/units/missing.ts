import { ZERO } from '../lib/decimal.ts';
import type { UnitDefinition, UnitSide } from '../model/unit.ts';

/** Why figures of a unit are null, one sentence each. */
export function missingOf(unit: UnitDefinition, base: UnitSide, head: UnitSide): readonly string[] {
  const maybe = Math.max(base.uncertain, head.uncertain);
  return [
    ...volume(unit),
    ...prices('base', base),
    ...prices('head', head),
    ...(maybe > 0 ? [`${count(maybe)} may belong to it: a tag is not known.`] : []),
    ...(unit.revenue === null ? ['No revenue is given, so there is no margin.'] : []),
  ];
}

function volume({ volume: given }: UnitDefinition): string[] {
  if (given === null) return ['No monthly volume is given.'];
  return given.monthly.lte(ZERO) ? ['The monthly volume is 0.'] : [];
}

function prices(name: string, side: UnitSide): string[] {
  if (side.resources === 0) return [`No resource belongs to it at ${name}.`];
  if (side.known.monthly === null) return [`No price of its resources is known at ${name}.`];
  if (side.unpriced === 0) return [];
  return [`${count(side.unpriced)} of it at ${name} ${side.unpriced === 1 ? 'has' : 'have'} no full price.`];
}

function count(number: number): string {
  return `${number} resource${number === 1 ? '' : 's'}`;
}
