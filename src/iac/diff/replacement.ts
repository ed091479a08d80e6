import type { Difference } from '../../model/change.ts';
import type { Resource } from '../../model/resource.ts';
import { compareValues } from './compare.ts';
import { plainPath } from './ignored.ts';

/**
 * The paths of differences, of one certainty, that the cloud replaces a resource for: those in `replaceOn`, those that an argument
 * such as `user_data_replace_on_change` says it of, and its place where that differs for certain. Azure: `location` may be
 * written in two ways that mean the same.
 */
export function replacingPaths(
  differences: readonly Difference[],
  certainty: Difference['certainty'],
  replaceOn: readonly string[],
  [base, head]: readonly [Resource, Resource],
): readonly string[] {
  const isMoved = compareValues('region', base.region, head.region).some(
    (one) => one.certainty === 'changed',
  );
  const paths = [...replaceOn, ...flagged(head)];
  return differences
    .filter((difference) => difference.certainty === certainty)
    .map(({ path }) => path)
    .filter((path) => {
      const plain = withoutIndexes(path);
      const isPlace = isMoved && (plain === 'region' || plain === 'location');
      return isPlace || paths.some((entry) => isWithin(plain, entry));
    });
}

/** A path without indexes: `disk.size` of `disk[0].size`. */
export function withoutIndexes(path: string): string {
  return plainPath(path).replace(/\.(\d+|\*)(?=\.|$)/g, '');
}

/** Whether a path is another one or lies below it. */
export function isWithin(path: string, around: string): boolean {
  return path === around || path.startsWith(`${around}.`);
}

/** Arguments that the resource itself asks to be replaced for; of data, in both forms that it can be given in. */
function flagged({ attributes }: Resource): readonly string[] {
  return [...attributes.entries].flatMap(([name, value]) => {
    const argument = /^(.+)_replace_on_change$/.exec(name)?.[1];
    const isAsked = argument !== undefined && value.kind === 'bool' && value.value;
    return isAsked ? [argument, `${argument}_base64`] : [];
  });
}
