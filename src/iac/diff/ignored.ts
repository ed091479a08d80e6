import type { Difference } from '../../model/change.ts';
import type { Resource } from '../../model/resource.ts';

/**
 * Differences to the base that count for an existing resource, which has what `keepIgnored` leaves it: those under
 * `lifecycle.ignore_changes` are not applied to it (Terraform, "lifecycle"). With `all`, what still differs comes from the
 * provider: default tags, and a region that is written nowhere else. That is no argument, so nothing ignores it.
 */
export function withoutIgnored(differences: readonly Difference[], head: Resource): readonly Difference[] {
  const { ignoreChanges } = head;
  if (ignoreChanges === undefined || ignoreChanges === 'all') return differences;
  const ignored = ignoreChanges.map(plainPath);
  return differences.filter(({ path }) => {
    const plain = plainPath(path);
    return plain === 'region' || !ignored.some((entry) => plain === entry || plain.startsWith(`${entry}.`));
  });
}

/** A path without brackets: `tags["a"]` and `tags.a` are the same, `disk[0].size` is `disk.0.size`. */
export function plainPath(path: string): string {
  return path.replace(/\["((?:[^"\\]|\\.)*)"\]/g, '.$1').replace(/\[(\d+|\*)\]/g, '.$1');
}
