import semver from 'semver';

import { textOf } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { nearest } from '../../lib/nearest.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';
import type { BillingDocument } from '../document.ts';
import { lockKey, snapshotPath, type Snapshot } from '../snapshot/snapshot.ts';
import type { SnapshotKind } from './resolved-json.ts';

const WORDS: Readonly<Record<SnapshotKind, string>> = {
  BillingProfile: 'profile',
  RateCard: 'rate card',
  TaxTable: 'tax table',
};

/** A hint names no more versions. */
const MOST_NAMED = 3;

/** What a reference names: the file of that version, or else its snapshot. */
export type Version =
  | { readonly document: BillingDocument; readonly snapshot: null }
  | { readonly document: null; readonly snapshot: Snapshot };

/** What is there and could not be read. */
export interface Unreadable {
  /** Ids of billing files. */
  readonly ids: ReadonlySet<string>;
  /** Paths. */
  readonly snapshots: ReadonlySet<string>;
}

/** All versions that references may name. */
export class VersionIndex {
  readonly #byKey = new Map<string, Version>();
  /** Versions by kind and id. */
  readonly #versions = new Map<string, string[]>();
  readonly #unreadable: Unreadable;

  constructor(documents: readonly BillingDocument[], snapshots: readonly Snapshot[], unreadable: Unreadable) {
    this.#unreadable = unreadable;
    for (const document of documents) {
      const { kind, id, version } = document;
      if (version !== null && hasSnapshots(kind))
        this.#add({ kind, id, version }, { document, snapshot: null });
    }
    for (const snapshot of snapshots) this.#add(snapshot, { document: null, snapshot });
  }

  /** The version that a reference (`id@version`) names. */
  find(kind: SnapshotKind, reference: string): Version | undefined {
    return this.#byKey.get(`${kind}/${reference}`);
  }

  /** The versions of an id, rising. */
  versions(kind: SnapshotKind, id: string): readonly string[] {
    return (this.#versions.get(`${kind}/${id}`) ?? []).toSorted(semver.compare);
  }

  /** The error at a reference that names nothing, with what it may mean; of another code when it only follows from an error elsewhere. */
  unresolved(kind: SnapshotKind, node: DocumentNode): Diagnostic {
    const reference = textOf(node) ?? '';
    const [id = '', version = ''] = reference.split('@');
    const known = this.versions(kind, id);
    const name = `${WORDS[kind]} ${quoted(id)}`;
    const unread = this.#unreadable.snapshots.has(snapshotPath({ kind, id, version })) ? 'snapshot' : 'file';
    if (unread === 'snapshot' || this.#unreadable.ids.has(id)) {
      const message = `The ${unread} of the ${name} could not be read.`;
      return errorAt(node.span, 'unread-reference', message, `See the errors of its ${unread}.`);
    }
    if (known.length === 0) {
      const guess = nearest(id, this.#ids(kind));
      const hint =
        guess === undefined
          ? undefined
          : `Did you mean "${guess}@${this.versions(kind, guess).at(-1) ?? ''}"?`;
      return errorAt(node.span, 'unresolved-reference', `There is no ${name}.`, hint);
    }
    const message = `There is no version ${version} of the ${name}: neither its file nor a snapshot has it.`;
    const named = known.slice(-MOST_NAMED).join(', ');
    const hint =
      known.length > MOST_NAMED ? `The newest of its versions are ${named}.` : `There is ${named}.`;
    return errorAt(node.span, 'unresolved-reference', message, hint);
  }

  #add(name: Pick<Snapshot, 'kind' | 'id' | 'version'>, version: Version): void {
    const key = lockKey(name);
    if (this.#byKey.has(key)) return;
    this.#byKey.set(key, version);
    const id = `${name.kind}/${name.id}`;
    const versions = this.#versions.get(id);
    if (versions === undefined) this.#versions.set(id, [name.version]);
    else versions.push(name.version);
  }

  #ids(kind: SnapshotKind): string[] {
    const prefix = `${kind}/`;
    return [...this.#versions.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort(byCodePoint);
  }
}

/** What a kind is called in a sentence. */
export function wordFor(kind: SnapshotKind): string {
  return WORDS[kind];
}

/** Whether versions of a kind are kept. */
export function hasSnapshots(kind: string): kind is SnapshotKind {
  return Object.hasOwn(WORDS, kind);
}
