import { isUnpriced, unknownLines } from './cost.ts';
import type { CostedChange } from './result.ts';

/** Arguments that only name and describe: `tags`, `volume_tags`, `default_tags`, `user_labels`. They cost nothing. */
const NAMING = /^(?:\w+_)?(?:tags|labels)(?:_all)?(?=[.[]|$)/;

/**
 * Whether a change touches a cost that is not known, so that what it costs is not known either: a line is unknown on one
 * side only, what is unknown of the resources that it is priced with is another, or the resource with an unknown cost is created, deleted, replaced or updated in more than its tags. A resource
 * that only moves costs what it cost, known or not.
 */
export function isUnpricedChange({ change, base, head }: CostedChange): boolean {
  if (!isUnpriced(base) && !isUnpriced(head)) return false;
  if (!sameSet(unknownLines(base), unknownLines(head)) || base?.followed !== head?.followed) return true;
  if (change.action === 'no-op' || change.action === 'move') return false;
  const { differences } = change;
  return differences.length === 0 || !differences.every(({ path }) => NAMING.test(path));
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}
