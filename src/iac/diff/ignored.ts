import type { Difference } from '../../model/change.ts';
import type { Resource } from '../../model/resource.ts';

/**
 * Differences that count for an existing resource: those under `lifecycle.ignore_changes` are not applied to it
 * (Terraform, "lifecycle").
 */
export function withoutIgnored(differences: readonly Difference[], head: Resource): readonly Difference[] {
  const { ignoreChanges } = head;
  if (ignoreChanges === undefined) return differences;
  if (ignoreChanges === 'all') return [];
  const ignored = ignoreChanges.map(plainPath);
  return differences.filter(({ path }) => {
    const plain = plainPath(path);
    return !ignored.some((entry) => plain === entry || plain.startsWith(`${entry}.`));
  });
}

/** A path without brackets: `tags["a"]` and `tags.a` are the same, `disk[0].size` is `disk.0.size`. */
export function plainPath(path: string): string {
  return path.replace(/\["((?:[^"\\]|\\.)*)"\]/g, '.$1').replace(/\[(\d+|\*)\]/g, '.$1');
}
