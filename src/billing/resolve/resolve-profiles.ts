import type { Diagnostic } from '../../model/diagnostic.ts';
import { byCodePoint } from '../../lib/order.ts';
import { nodeAt } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';
import type { BillingDocument } from '../document.ts';
import type { Lock } from '../snapshot/lock.ts';
import { lockKey } from '../snapshot/snapshot.ts';
import { ExchangeTables } from './exchange.ts';
import { profileOfFile, profileOfSnapshot } from './profiles.ts';
import { Resolver } from './resolver.ts';
import type { ResolvedProfile } from './resolved-profile.ts';
import type { VersionIndex } from './version-index.ts';

/** Values of all resolved profiles together: a large one that many extend would fill the memory. */
const MOST_VALUES = 2_000_000;

export interface ResolvedProfiles {
  /** Of files, by id. */
  readonly profiles: readonly ResolvedProfile[];
  /** All versions of an id, rising. */
  readonly versions: (id: string) => readonly ResolvedProfile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All profiles of files and snapshots, resolved. Versions that are only kept are read when they are asked for. */
export function resolveProfiles(
  documents: readonly BillingDocument[],
  index: VersionIndex,
  lock: Lock,
): ResolvedProfiles {
  const exchange = new ExchangeTables(documents);
  const resolver = new Resolver(index, exchange.ids);
  const files = new Map<BillingDocument, ResolvedProfile>();
  const tooLarge: Diagnostic[] = [];
  let left = MOST_VALUES;
  for (const document of documents.filter(({ kind }) => kind === 'BillingProfile')) {
    const resolved = left < 0 ? null : resolver.resolve(document);
    if (resolved !== null) left -= countOf(resolved.root);
    if (left < 0) tooLarge.push(notKept(document));
    else if (resolved !== null) files.set(document, profileOfFile(document, resolved, exchange));
  }
  const versionsOf = (id: string) =>
    index.versions('BillingProfile', id).flatMap((version): ResolvedProfile[] => {
      const found = index.find('BillingProfile', `${id}@${version}`);
      if (found === undefined) return [];
      if (found.document !== null) return [files.get(found.document) ?? []].flat();
      const rollout = lock.get(lockKey(found.snapshot))?.rollout ?? [];
      return [profileOfSnapshot(found.snapshot, rollout, exchange)];
    });
  const known = new Map<string, readonly ResolvedProfile[]>();
  return {
    profiles: [...files.values()].sort((a, b) => byCodePoint(a.terms.id, b.terms.id)),
    versions(id) {
      const versions = known.get(id) ?? versionsOf(id);
      known.set(id, versions);
      return versions;
    },
    diagnostics: [...resolver.diagnostics, ...tooLarge],
  };
}

/** The values of a document. */
function countOf(node: DocumentNode): number {
  if (node.kind === 'scalar') return 1;
  const children = node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  return children.reduce((count, child) => count + countOf(child), 1);
}

function notKept({ root, id }: BillingDocument): Diagnostic {
  const message = `With what they take over, the profiles have more than ${MOST_VALUES} values: ${quoted(id)} was not resolved.`;
  const hint = 'Let fewer profiles extend a large one, or use a smaller rate card.';
  return errorAt((nodeAt(root, 'id') ?? root).span, 'resolved-too-large', message, hint);
}
