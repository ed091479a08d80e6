import semver from 'semver';

import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { member, textMember } from '../../lib/json.ts';
import { rangeOf, type SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import type { SnapshotKind } from '../resolve/resolved-json.ts';
import { hasSnapshots } from '../resolve/version-index.ts';
import { startOf } from './fact.ts';
import type { Snapshot } from './snapshot.ts';

/** A published version of a profile, a rate card or a tax table, in the order of versions. */
export interface ChainLink {
  readonly kind: SnapshotKind;
  readonly id: string;
  readonly version: string;
  /** Instants in UTC; null where it does not say. */
  readonly from: string | null;
  readonly to: string | null;
  /** `id@version`. */
  readonly supersedes: string | null;
  /** From a file; else from its snapshot alone. */
  readonly isFile: boolean;
  /** Where a key stands; of a snapshot its begin. */
  readonly place: (...keys: readonly string[]) => SourceRange;
}

/** The published versions by kind and id, rising; a file is taken before the snapshot of its version. */
export function chainsOf({ documents, snapshots }: Catalogue): ReadonlyMap<string, readonly ChainLink[]> {
  const links = new Map<string, ChainLink>();
  for (const link of [...documents.flatMap(ofDocument), ...snapshots.map(ofSnapshot)]) {
    const name = `${chainOf(link)}@${link.version}`;
    if (!links.has(name)) links.set(name, link);
  }
  const chains = new Map<string, ChainLink[]>();
  for (const link of links.values()) {
    const chain = chains.get(chainOf(link));
    if (chain === undefined) chains.set(chainOf(link), [link]);
    else chain.push(link);
  }
  for (const chain of chains.values()) chain.sort((a, b) => semver.compare(a.version, b.version));
  return chains;
}

/** What versions of one chain have in common. */
export function chainOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

function ofDocument({ kind, id, version, lifecycle, root }: BillingDocument): ChainLink[] {
  if (!hasSnapshots(kind) || version === null || lifecycle === 'draft') return [];
  const text = (...keys: string[]) => textOf(nodeAt(root, ...keys)) ?? null;
  return [
    {
      ...{ kind, id, version, supersedes: text('supersedes'), isFile: true },
      ...{ from: text('effective', 'from'), to: text('effective', 'to') },
      place: (...keys) => rangeOf((nodeAt(root, ...keys) ?? nodeAt(root, 'version') ?? root).span),
    },
  ];
}

function ofSnapshot({ kind, id, version, path, json }: Snapshot): ChainLink {
  const effective = member(json, 'effective');
  return {
    ...{ kind, id, version, supersedes: textMember(json, 'supersedes') ?? null, isFile: false },
    ...{ from: textMember(effective, 'from') ?? null, to: textMember(effective, 'to') ?? null },
    place: () => startOf(path),
  };
}
