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

/** Whether `lifecycle.ignore_changes` covers an argument or a part of it, so that it may be another one than is written. */
export function isIgnored(ignored: readonly string[] | 'all' | undefined, name: string): boolean {
  if (ignored === undefined || ignored === 'all') return ignored === 'all';
  return ignored.some((path) => path.split(/[.[]/, 1)[0] === name);
}
