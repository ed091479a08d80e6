import type { Difference } from '../../model/change.ts';
import type { RepeatedBy } from '../../model/resource.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * How two sides differ in what decides an unknown number of instances. The same expressions are no difference; others are one,
 * though nobody can tell whether the number is another. From the inside outwards: modules around them may have moved.
 */
export function compareRepetition(
  base: readonly RepeatedBy[] = [],
  head: readonly RepeatedBy[] = [],
): readonly Difference[] {
  if (base === head) return [];
  return Array.from({ length: Math.max(base.length, head.length) }, (_, at) => at).flatMap((at) => {
    const [before, after] = [base[at], head[at]];
    const path = after?.path ?? before?.path ?? '';
    if (before === undefined || after === undefined) {
      return [{ path, base: before?.value, head: after?.value, certainty: 'maybe' as const }];
    }
    const isSame =
      argument(before) === argument(after) && fingerprint(before.value) === fingerprint(after.value);
    return isSame ? [] : [{ path, base: before.value, head: after.value, certainty: 'maybe' as const }];
  });
}

/** `count` of `module.web.count`. */
function argument({ path }: RepeatedBy): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
