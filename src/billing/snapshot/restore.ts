import { dump } from 'js-yaml';
import semver from 'semver';

import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { toPlain } from '../../config/yaml/plain.ts';
import { UserError } from '../../lib/errors.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Catalogue, ResolvedProfile } from '../resolve/catalogue.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { hasSnapshots, wordFor } from '../resolve/version-index.ts';
import { inReadingOrder } from './reading-order.ts';
import { snapshotPath } from './snapshot.ts';

/** Keys that the new version does not take from the old one. */
const OWN = ['effective', 'supersedes', 'migration', 'sources', 'tax'];

export interface Restored {
  /** The file of the profile, and its new text. */
  readonly path: string;
  readonly text: string;
  /** `id@version` of what it holds. */
  readonly profile: string;
  /** `id@version` of the newest published one, whose place it takes. */
  readonly supersedes: string;
  /** Version of a draft that the file holds now. */
  readonly draft: string | null;
  /** Equal to that of the version that was restored. */
  readonly termsSha256: string;
}

export interface RestoreOptions {
  /** Number of the new version; the next major one when not given, since prices change. */
  readonly as?: string;
  /** Instant in UTC. */
  readonly effectiveFrom: string;
}

/**
 * A new version of a profile that rates all usage as an old one did: the way back, since history only goes forward. It
 * supersedes the newest published version and takes over all customers. Owner, limits and lead time are those of the file. Throws
 * UserError when there is no such version, no file of the profile, no tax table of the version, or the number is not higher; and
 * when the newest version rates as the old one does, or would be lost with its file.
 */
export function restore(
  catalogue: Catalogue,
  id: string,
  version: string,
  options: RestoreOptions,
): Restored {
  const old = catalogue.profile(`${id}@${version}`);
  if (old === undefined) throw unknownVersion(catalogue, id, version);
  const newest = newestPublished(catalogue, id);
  if (newest === undefined || old.terms.lifecycle === 'draft') throw neverBilled(id, version);
  const document = catalogue.documents.find((one) => one.kind === 'BillingProfile' && one.id === id);
  if (document === undefined) {
    const hint = 'Add the file of any version of it first: the owner is taken from there.';
    throw new UserError(`There is no file of the profile "${id}" in billing/profiles.`, { hint });
  }
  mustHaveTaxTable(catalogue, old);
  mustDiffer(old, newest);
  mustBeKept(catalogue, newest);
  const next = options.as ?? semver.inc(newest.terms.version, 'major') ?? '';
  if (semver.valid(next) === null || !semver.gt(next, newest.terms.version)) {
    const hint = `The newest version is ${newest.terms.version}.`;
    throw new UserError(`"${next}" is not a higher version than all published ones of "${id}".`, { hint });
  }
  const lead = textOf(nodeAt(document.root, 'effective', 'minLeadTime'));
  const kept = ['owner', 'limits'].flatMap((key) => {
    const node = nodeAt(document.root, key);
    return node === undefined ? [] : [[key, toPlain(node)] as const];
  });
  const content = inReadingOrder({
    ...picked(old.json, (key) => !OWN.includes(key)),
    version: next,
    lifecycle: 'published',
    ...Object.fromEntries(kept),
    effective: { from: options.effectiveFrom, ...(lead === undefined ? {} : { minLeadTime: lead }) },
    supersedes: referenceTo(newest.terms),
    migration: { mode: 'all' },
    ...taxes(old),
  });
  return {
    path: document.file,
    text: document.file.endsWith('.json')
      ? `${JSON.stringify(content, null, 2)}\n`
      : dump(content, { lineWidth: 110, noRefs: true, flowLevel: 5 }),
    profile: `${id}@${next}`,
    supersedes: referenceTo(newest.terms),
    draft: document.lifecycle === 'draft' ? document.version : null,
    termsSha256: old.termsSha256,
  };
}

function newestPublished(catalogue: Catalogue, id: string): ResolvedProfile | undefined {
  return catalogue.versions(id).findLast(({ terms }) => terms.lifecycle !== 'draft');
}

function neverBilled(id: string, version: string): UserError {
  const hint = 'Edit its file instead.';
  return new UserError(`${id}@${version} is a draft: nobody was billed by it.`, { hint });
}

function mustDiffer(old: ResolvedProfile, newest: ResolvedProfile): void {
  if (old.termsSha256 !== newest.termsSha256) return;
  const same = old === newest ? 'is the newest version' : `rates as ${referenceTo(newest.terms)} does`;
  throw new UserError(`${referenceTo(old.terms)} ${same}: there is nothing to go back from.`, {
    hint: 'Name the version whose prices are to hold again.',
  });
}

/** Its file is about to hold another version. */
function mustBeKept(catalogue: Catalogue, { document, terms }: ResolvedProfile): void {
  const path = snapshotPath({ kind: 'BillingProfile', id: terms.id, version: terms.version });
  if (document === null || catalogue.snapshots.some((snapshot) => snapshot.path === path)) return;
  throw new UserError(
    `${referenceTo(terms)} is published, and would be lost with its file: it has no snapshot.`,
    {
      hint: 'Run `tollgate profile snapshot` first.',
    },
  );
}

function picked(json: JsonObject, isWanted: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([key]) => isWanted(key)));
}

/** The file refers to the tax table, whose rows are in the snapshot. */
function taxes({ terms }: ResolvedProfile): JsonObject {
  return terms.tax === null ? {} : { taxes: `${terms.tax.id}@${terms.tax.version}` };
}

function mustHaveTaxTable(catalogue: Catalogue, { terms: { tax } }: ResolvedProfile): void {
  if (tax === null) return;
  const isIt = ({ kind, id, version }: { kind: string; id: string; version: string | null }) =>
    kind === 'TaxTable' && id === tax.id && version === tax.version;
  if (catalogue.documents.some(isIt) || catalogue.snapshots.some(isIt)) return;
  const hint = 'Put its file or its snapshot back: the new version refers to it.';
  throw new UserError(`The tax table ${tax.id}@${tax.version} is not there.`, { hint });
}

function unknownVersion(catalogue: Catalogue, id: string, version: string): UserError {
  const known = catalogue.versions(id).map(({ terms }) => terms.version);
  const hint = known.length === 0 ? noProfile(catalogue, id) : `There is ${known.slice(-5).join(', ')}.`;
  return new UserError(`There is no version ${version} of the profile "${id}".`, { hint });
}

/** What else the id may be of: only profiles can be restored, with the prices of the time. */
function noProfile({ documents, snapshots }: Catalogue, id: string): string {
  const kind = [...documents, ...snapshots]
    .filter((one) => one.id === id)
    .map((one) => one.kind)
    .find(hasSnapshots);
  if (kind === undefined) return 'There is no profile of this id.';
  const word = wordFor(kind);
  return `It is the id of a ${word}: those cannot be restored. Restore the version of a profile that refers to it, which brings what it took from the ${word}.`;
}
