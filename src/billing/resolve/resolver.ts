import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { firstDiagnostics } from '../../config/yaml/first.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { checkResolved } from '../check/check.ts';
import { errorAt } from '../diagnostics.ts';
import type { BillingDocument } from '../document.ts';
import { chainErrors, chainOf } from './chain.ts';
import { jsonNode } from './json-node.ts';
import { merged } from './merge.ts';
import { undeclarable, withoutEffect, withParams } from './params.ts';
import type { SnapshotKind } from './resolved-json.ts';
import type { Version, VersionIndex } from './version-index.ts';

/** A profile with all that it refers to worked in, every value at its place. */
export interface Resolved {
  readonly root: DocumentNode;
  /** References by `extends`, the nearest first. */
  readonly chain: readonly string[];
  readonly rateCard: string | null;
}

/** Works in what profiles refer to. Each is resolved once; what cannot be is in the diagnostics. */
export class Resolver {
  readonly diagnostics: Diagnostic[] = [];
  readonly #index: VersionIndex;
  readonly #fxTables: ReadonlySet<string>;
  readonly #done = new Map<BillingDocument, Resolved | null>();

  constructor(index: VersionIndex, fxTables: ReadonlySet<string>) {
    this.#index = index;
    this.#fxTables = fxTables;
  }

  /** The resolved form of a profile's file; null when there is an error, which is in the diagnostics. */
  resolve(document: BillingDocument): Resolved | null {
    const done = this.#done.get(document);
    if (done !== undefined) return done;
    const found: Diagnostic[] = [];
    const resolved = this.#resolved(document, found);
    this.diagnostics.push(...firstDiagnostics(found));
    const result = found.length > 0 ? null : resolved;
    this.#done.set(document, result);
    return result;
  }

  #resolved(document: BillingDocument, found: Diagnostic[]): Resolved | null {
    const { root } = document;
    found.push(...chainErrors(document, this.#index), ...this.#unknownFx(root));
    if (found.length > 0) return null;
    const base = this.#referred(document, 'BillingProfile', 'extends', found);
    const rateCard = this.#referred(document, 'RateCard', 'rateCard', found);
    const taxes = this.#referred(document, 'TaxTable', 'taxes', found);
    if (found.length > 0) return null;
    const { root: inherited, set, diagnostics } = withParams(base, nodeAt(root, 'params'));
    found.push(...diagnostics);
    if (found.length > 0) return null;
    const whole = merged(root, { base: inherited, rateCard, taxes });
    const worked = base !== undefined || rateCard !== undefined;
    found.push(...withoutEffect(whole, set), ...undeclarable(whole), ...(worked ? checkResolved(whole) : []));
    return {
      root: whole,
      chain: chainOf(document, this.#index),
      rateCard: textOf(nodeAt(root, 'rateCard')) ?? null,
    };
  }

  /** The document behind a reference; undefined when there is no reference, and with an error when it leads nowhere. */
  #referred(
    document: BillingDocument,
    kind: SnapshotKind,
    key: 'extends' | 'rateCard' | 'taxes',
    found: Diagnostic[],
  ): DocumentNode | undefined {
    const node = nodeAt(document.root, key);
    const reference = textOf(node);
    if (node === undefined || reference === undefined) return undefined;
    const version = this.#index.find(kind, reference);
    if (version === undefined) {
      found.push(this.#index.unresolved(kind, node));
      return undefined;
    }
    const root = this.#content(version, kind);
    if (root === null) {
      const hint = 'See its own errors.';
      found.push(errorAt(node.span, 'unread-reference', `${quoted(reference)} has errors.`, hint));
      return undefined;
    }
    if (document.lifecycle !== 'draft' && version.document?.lifecycle === 'draft')
      found.push(draftReference(node, reference));
    if (kind !== 'TaxTable') found.push(...otherCurrency(document.root, root, node));
    return root;
  }

  #content({ document, snapshot }: Version, kind: SnapshotKind): DocumentNode | null {
    if (document === null) return jsonNode(snapshot.json, snapshot.path);
    return kind === 'BillingProfile' ? (this.resolve(document)?.root ?? null) : document.root;
  }

  #unknownFx(root: DocumentNode): Diagnostic[] {
    const node = nodeAt(root, 'fx');
    const id = textOf(node);
    if (node === undefined || id === undefined || this.#fxTables.has(id)) return [];
    const guess = nearest(id, this.#fxTables);
    const hint = guess === undefined ? undefined : `Did you mean "${guess}"?`;
    const message = `There is no table of exchange rates ${quoted(id)}.`;
    return [errorAt(node.span, 'unresolved-reference', message, hint)];
  }
}

function draftReference(node: DocumentNode, reference: string): Diagnostic {
  const message = `${quoted(reference)} is a draft, which may still change.`;
  return errorAt(node.span, 'draft-reference', message, 'Publish it first, or with this one.');
}

/** Prices are taken over as they are: in another currency they would be other prices. */
function otherCurrency(profile: DocumentNode, other: DocumentNode, at: DocumentNode): Diagnostic[] {
  const [own, theirs] = [profile, other].map((root) => textOf(nodeAt(root, 'currency')) ?? '');
  if (own === theirs) return [];
  const message = `${quoted(textOf(at) ?? '')} is in ${theirs ?? ''}, the profile in ${own ?? ''}.`;
  return [errorAt(at.span, 'other-currency', message)];
}
