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
  const unknown = new Set<string>();
  let isApart = true;
  for (const found of reached) {
    const { base, head } = found.pair;
    if (base === null || head === null) continue;
    const parts = changedParts(base, head, change);
    // What bindings change would count for each part again.
    if (parts.length > MOST_PARTS || !found.pair.isAlike || base.currency !== head.currency) isApart = false;
    else
      for (const [part, delta] of partEffects(found, base, parts, replay)) {
        const path = shownPath(part, change) ?? part;
        if (delta === null) unknown.add(path);
        else effects.set(path, (effects.get(path) ?? ZERO).plus(delta));
      }
  }
  // A part of what it makes would be taken for all of it.
  for (const path of unknown) effects.delete(path);
  if (!isApart) effects.clear();
  const total = sum(reached.map(({ rated }) => deltaOf(rated.lines)));
  return {
    byDifference: Object.fromEntries(effects),
    interaction: isApart && unknown.size === 0 ? total.minus(sum(effects.values())) : null,
  };
}

/** Null: what the part makes is not known, since something that it touches cannot be rated. */
function partEffects(
  { pair, rated }: RatedTerms,
  base: Terms,
  parts: readonly ChangedPart[],
  replay: Replay,
): [string, Decimal | null][] {
  const touched = parts.map((part) => touchedAlone(base, part.terms));
  const times = new Map<string, number>();
  for (const id of touched.flatMap((ids) => [...(ids ?? [])])) times.set(id, (times.get(id) ?? 0) + 1);
  const isTouchedByAll = touched.includes(null);
  return parts.map(({ path, terms }, index) => {
    const ids = touched[index] ?? null;
    const isAlone = ids !== null && !isTouchedByAll && [...ids].every((id) => times.get(id) === 1);
    if (isUncovered(path, [base, terms], replay)) return [path, null];
    // Nothing else touches these SKUs: their lines already say what the part makes.
    if (isAlone) {
      const isUnrated = [...ids].some((id) => rated.unrated.has(id));
      const own = rated.lines.filter(({ kind, id }) => kind === 'usage' && ids.has(id));
      return [path, isUnrated ? null : deltaOf(own)];
    }
    const { lines, unrated } = replay.rate({ ...pair, head: terms }, { onlyChanged: true });
    return [path, unrated.size > 0 ? null : deltaOf(lines)];
  });
}

/** Whether a part is a commitment that the usage does not cover. */
function isUncovered(path: string, sides: readonly Terms[], replay: Replay): boolean {
  return sides.some((terms) => [...replay.uncovered(terms)].some((id) => path === `commitments[${id}]`));
}

/** The SKUs that a part touches; null when it touches all, or what is no line of an SKU. */
function touchedAlone(base: Terms, changed: Terms): ReadonlySet<string> | null {
  const split = splitTerms(base, changed);
  const sides = [split.base, split.head].flatMap((terms) => terms ?? []);
  if (sides.some(({ commitments }) => commitments.length > 0) || split.shared === null) return null;
  return new Set(sides.flatMap(({ skus }) => skus.map(({ id }) => id)));
}
