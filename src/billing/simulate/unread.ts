import semver from 'semver';

import { nodeAt, textOf } from '../../config/yaml/access.ts';
import type { Binding } from '../../model/billing/binding.ts';
import type { Catalogue } from '../resolve/catalogue.ts';

/** A version of a profile that is there and cannot be read; null: not even which one it is. */
type UnreadVersion = string | null;

const SNAPSHOT = /^billing\/snapshots\/([^/]+)\/([^/]+)\.json$/;

/**
 * Whether what a binding of one side leads to is not known: the version that it names cannot be read, or a higher one cannot that may
 * take over its customer. `other` is the other side: it tells which profile a file was whose id can no longer be read.
 */
export function unreadBy(side: Catalogue, other: Catalogue): (binding: Binding) => boolean {
  const unread = unreadVersions(side, other);
  return ({ profile }) => {
    if (side.profile(profile) === undefined) return true;
    const [id = '', version = ''] = profile.split('@');
    return (unread.get(id) ?? []).some((found) => found === null || semver.gt(found, version));
  };
}

/** Versions that may take over customers of others, by profile. Those for new customers alone do not. */
function unreadVersions(side: Catalogue, other: Catalogue): ReadonlyMap<string, readonly UnreadVersion[]> {
  const found = new Map<string, UnreadVersion[]>();
  const add = (id: string, version: UnreadVersion) => found.set(id, [...(found.get(id) ?? []), version]);
  const own = side.documents.filter(({ kind }) => kind === 'BillingProfile');
  const read = new Set(side.profiles.map(({ terms }) => terms.id));
  for (const { id, version, lifecycle, root } of own) {
    const mode = textOf(nodeAt(root, 'migration', 'mode')) ?? 'newOnly';
    if (!read.has(id) && lifecycle !== 'draft' && mode !== 'newOnly') add(id, version);
  }
  const files = new Set(own.map(({ id }) => id));
  const lost = other.documents.filter(({ kind, file }) => kind === 'BillingProfile' && side.broken.has(file));
  for (const id of new Set([...side.brokenIds, ...lost.map((document) => document.id)]))
    if (!files.has(id)) add(id, null);
  const versions = new Set(own.map(({ id, version }) => `${id}@${version ?? ''}`));
  for (const path of side.unreadable) {
    const [, id, version] = SNAPSHOT.exec(path) ?? [];
    if (id !== undefined && version !== undefined && !versions.has(`${id}@${version}`))
      add(id, semver.valid(version));
  }
  return found;
}
