import { nestedBodies } from '../source/declaration.ts';
import type { Declaration } from '../source/declaration.ts';
import { staticReference, staticReferences } from '../source/static.ts';

/** What `lifecycle.ignore_changes` of a resource names: the last one that is written, after overrides. */
export function ignoredChanges(declaration: Declaration): readonly string[] | 'all' | undefined {
  const written = nestedBodies(declaration, 'lifecycle')
    .flatMap(({ body }) => body.attributes)
    .findLast(({ name }) => name === 'ignore_changes');
  if (written === undefined) return undefined;
  const names = staticReferences(written.value);
  return staticReference(written.value) === 'all' || names.includes('all') ? 'all' : names;
}
