import { sum, ZERO, type Decimal } from '../../lib/decimal.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { Terms } from '../../model/billing/terms.ts';
import { changedParts, shownPath, type ChangedPart } from './changed-parts.ts';
import type { Replay, TermsPair } from './replay.ts';
import type { RatedPair } from './rated-pair.ts';
import { splitTerms } from './split.ts';
import { deltaOf } from './tally.ts';

/** More parts of one change are not told apart. */
const MOST_PARTS = 500;

/** Revenue that each part of a change makes alone, by path; and what they make only together. */
export interface DifferenceEffects {
  readonly byDifference: Readonly<Record<string, Decimal>>;
  /** Null: not all could be told apart. */
  readonly interaction: Decimal | null;
}

/** A pair of terms with what it was rated to. */
export interface RatedTerms {
  readonly pair: TermsPair;
  readonly rated: RatedPair;
}

/**
 * What each part of a profile's change does by itself to the customers whom the change reaches: it is taken into the old
 * terms, and what it touches is rated again.
 */
export function differenceEffects(
  reached: readonly RatedTerms[],
  replay: Replay,
  change: ProfileChange | undefined,
): DifferenceEffects {
  const effects = new Map<string, Decimal>();
  let isWhole = true;
  for (const found of reached) {
    const { base, head } = found.pair;
    if (base === null || head === null) continue;
    const parts = changedParts(base, head, change);
    // What bindings change would count for each part again.
    if (parts.length > MOST_PARTS || !found.pair.isAlike || base.currency !== head.currency) isWhole = false;
    else
      for (const [path, delta] of partEffects(found, base, parts, replay))
        add(effects, shownPath(path, change) ?? path, delta);
  }
  const total = sum(reached.map(({ rated }) => deltaOf(rated.lines)));
  return {
    byDifference: Object.fromEntries(effects),
    interaction: isWhole ? total.minus(sum(effects.values())) : null,
  };
}

function add(effects: Map<string, Decimal>, path: string, delta: Decimal): void {
  effects.set(path, (effects.get(path) ?? ZERO).plus(delta));
}

function partEffects(
  { pair, rated }: RatedTerms,
  base: Terms,
  parts: readonly ChangedPart[],
  replay: Replay,
): [string, Decimal][] {
  const touched = parts.map((part) => touchedAlone(base, part.terms));
  const times = new Map<string, number>();
  for (const id of touched.flatMap((ids) => [...(ids ?? [])])) times.set(id, (times.get(id) ?? 0) + 1);
  const isTouchedByAll = touched.includes(null);
  return parts.map(({ path, terms }, index) => {
    const ids = touched[index] ?? null;
    const isAlone = ids !== null && !isTouchedByAll && [...ids].every((id) => times.get(id) === 1);
    // Nothing else touches these SKUs: their lines already say what the part makes.
    const lines = isAlone
      ? rated.lines.filter(({ kind, id }) => kind === 'usage' && ids.has(id))
      : replay.rate({ ...pair, head: terms }, { onlyChanged: true }).lines;
    return [path, deltaOf(lines)];
  });
}

/** The SKUs that a part touches; null when it touches all, or what is no line of an SKU. */
function touchedAlone(base: Terms, changed: Terms): ReadonlySet<string> | null {
  const split = splitTerms(base, changed);
  const sides = [split.base, split.head].flatMap((terms) => terms ?? []);
  if (sides.some(({ commitments }) => commitments.length > 0) || split.shared === null) return null;
  return new Set(sides.flatMap(({ skus }) => skus.map(({ id }) => id)));
}
