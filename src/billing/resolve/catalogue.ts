import type { Environment } from '../../model/billing/terms.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tree } from '../../tree/tree.ts';
import type { BillingDocument } from '../document.ts';
import { LOCK_FILE } from '../files.ts';
import { loadBilling } from '../load.ts';
import type { Lock } from '../snapshot/lock.ts';
import { readLock } from '../snapshot/read-lock.ts';
import { readSnapshots } from '../snapshot/read-snapshots.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { bindingsIn, byCustomer, customerKey, type BoundCustomer } from './bindings.ts';
import { distinct } from './distinct.ts';
import { resolveProfiles } from './resolve-profiles.ts';
import { referenceTo, type ResolvedProfile } from './resolved-profile.ts';
import { unresolvedElsewhere } from './unresolved.ts';
import { VersionIndex } from './version-index.ts';

export type { BoundCustomer } from './bindings.ts';
export type { ResolvedProfile } from './resolved-profile.ts';

/** All that the billing files of one tree say, with what they refer to worked in. */
export interface Catalogue {
  /** Newest versions of all profiles: those that are files. By id. */
  readonly profiles: readonly ResolvedProfile[];
  /** All versions of a profile, from files and snapshots, rising; a file is taken before the snapshot of its version. */
  readonly versions: (id: string) => readonly ResolvedProfile[];
  /** The version that a reference (`id@version`) names; undefined when there is none that could be resolved. */
  readonly profile: (reference: string) => ResolvedProfile | undefined;
  /** In the order of files and of lines. */
  readonly bindings: readonly BoundCustomer[];
  /** The bindings of a customer in an environment, of any type, by their begin. */
  readonly bindingsOf: (environment: Environment, customer: string) => readonly BoundCustomer[];
  /** Valid billing files, by path. */
  readonly documents: readonly BillingDocument[];
  /** Paths of billing files that could not be read, and ids that they claim. */
  readonly broken: ReadonlySet<string>;
  readonly brokenIds: ReadonlySet<string>;
  /** By path. */
  readonly snapshots: readonly Snapshot[];
  readonly lock: Lock;
  /** Paths of snapshots, and of the lock file, that are there and cannot be read. */
  readonly unreadable: ReadonlySet<string>;
  /** Of the files, of what they refer to, of snapshots and of the lock file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens all that the billing files of a tree say. Never throws on bad input: what is wrong is in the diagnostics. */
export function openCatalogue(tree: Tree, loaded = loadBilling(tree)): Catalogue {
  const { documents } = loaded;
  const lock = readLock(tree);
  const kept = readSnapshots(tree);
  const index = new VersionIndex(documents, kept.snapshots, {
    ids: loaded.brokenIds,
    snapshots: kept.broken,
  });
  const { profiles, versions, diagnostics } = resolveProfiles(documents, index, lock.entries);
  const bindings = bindingsIn(documents);
  const customers = byCustomer(bindings);
  return {
    profiles,
    versions,
    profile: (reference) =>
      versions(reference.split('@')[0] ?? '').find(({ terms }) => referenceTo(terms) === reference),
    bindings,
    bindingsOf: (environment, customer) => customers.get(customerKey(environment, customer)) ?? [],
    documents,
    broken: loaded.broken,
    brokenIds: loaded.brokenIds,
    snapshots: kept.snapshots,
    lock: lock.entries,
    unreadable: new Set([...kept.broken, ...lock.diagnostics.map(() => LOCK_FILE)]),
    diagnostics: distinct([
      ...loaded.diagnostics,
      ...lock.diagnostics,
      ...kept.diagnostics,
      ...diagnostics,
      ...unresolvedElsewhere(documents, index),
    ]),
  };
}
