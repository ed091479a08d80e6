import { createHash } from 'node:crypto';
import type { UnresolvedModule } from '../../../../model/resource.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { fingerprint } from '../../../diff/fingerprint.ts';
import type { ModuleLoader } from '../source/load-module.ts';
import { candidateFiles } from './closure.ts';
import type { Project } from './project.ts';
import type { Given, UnresolvedRoot } from './wrapper.ts';

/**
 * The entry of a project whose root module is not in the repository: with a digest of all that it would be given, and of
 * what it can be.
 */
export function unresolvedRoot(
  loader: ModuleLoader,
  project: Project,
  { sourceAddress, print, reason, hint, source }: UnresolvedRoot,
  given: Given | undefined,
): UnresolvedModule {
  const hash = createHash('sha256').update(
    JSON.stringify([sourceAddress, print, given?.arguments, project.varFiles]),
  );
  const inputs = [...(given?.inputs ?? [])].sort(([a], [b]) => byCodePoint(a, b));
  for (const [name, { value }] of inputs) hash.update(JSON.stringify([name, fingerprint(value)]));
  for (const [name, file] of given?.files ?? []) hash.update(JSON.stringify([name, file.source.text]));
  for (const path of candidateFiles(loader, project)) {
    hash.update(JSON.stringify([path, loader.tree.blobId(path)]));
  }
  const base = { address: project.id, sourceAddress, reason, source, project: project.id };
  return { ...base, ...(hint === undefined ? {} : { hint }), fingerprint: hash.digest('hex') };
}
