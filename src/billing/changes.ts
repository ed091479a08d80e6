import { byCodePoint } from '../lib/order.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ProfileChange } from '../model/profile.ts';
import type { Tree } from '../tree/tree.ts';
import { changed, created, deleted } from './diff/profile-change.ts';
import { identityOf, type BillingDocument } from './document.ts';
import { loadBothSides } from './load-both.ts';
import type { BillingFiles } from './load.ts';
import { unreadFiles } from './unread-files.ts';

export interface BillingChanges {
  /** Created, updated, moved and deleted billing files, by kind and id. What does not differ is not in it. */
  readonly changes: readonly ProfileChange[];
  readonly diagnostics: readonly Diagnostic[];
  /** All valid billing files of each side. */
  readonly base: readonly BillingDocument[];
  readonly head: readonly BillingDocument[];
}

/**
 * What a pull request does to the billing files. `now` is an instant in UTC: dates are held against it.
 * A file that cannot be read at head is an error and in no change, so that it is not taken for deleted;
 * one that the pull request does not touch is a warning.
 */
export function billingChanges(
  baseTree: Tree,
  headTree: Tree,
  now: string,
  { base, head } = loadBothSides(baseTree, headTree),
): BillingChanges {
  const changes = diffProfiles(base.documents, head.documents, now, unreadable(head));
  const touched = (file: string | undefined) =>
    file === undefined || baseTree.blobId(file) !== headTree.blobId(file);
  return {
    changes,
    diagnostics: [
      ...head.diagnostics.map((found) =>
        touched(found.source?.file) ? found : { ...found, severity: 'warning' as const },
      ),
      ...base.diagnostics
        .filter(({ severity, source }) => severity === 'error' && touched(source?.file))
        .map(onBase),
      ...unreadFiles(headTree, touched),
    ],
    base: base.documents,
    head: head.documents,
  };
}

/**
 * The changes between two sets of billing files, sorted by kind and id. `isUnreadable` tells which base
 * files have a head that could not be read.
 */
function diffProfiles(
  base: readonly BillingDocument[],
  head: readonly BillingDocument[],
  now: string,
  isUnreadable: (document: BillingDocument) => boolean = () => false,
): ProfileChange[] {
  const before = new Map(base.map((document) => [identityOf(document), document]));
  const after = new Map(head.map((document) => [identityOf(document), document]));
  const identities = new Set([...before.keys(), ...after.keys()]);
  return [...identities].sort(byCodePoint).flatMap((identity) => {
    const [old, current] = [before.get(identity), after.get(identity)];
    if (old !== undefined && current !== undefined) return changed(old, current, now) ?? [];
    if (current !== undefined) return created(current, now);
    return old === undefined || isUnreadable(old) ? [] : deleted(old, now);
  });
}

function unreadable(head: BillingFiles): (document: BillingDocument) => boolean {
  return ({ file, id }) => head.broken.has(file) || head.brokenIds.has(id);
}

/** A fault of the base is not the pull request's: it may be what the pull request repairs. */
function onBase(found: Diagnostic): Diagnostic {
  const message = `At base, so that the change is shown as new: ${found.message}`;
  return { ...found, severity: 'warning', code: 'base-unreadable', message };
}
