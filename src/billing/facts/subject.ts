import { nodeAt } from '../../config/yaml/access.ts';
import type { DocumentNode } from '../../model/node.ts';
import { rangeOf, type SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';

/** What a fact is about, as findings name it. */
export interface Subject {
  /** The id of a profile; `kind/id` of any other file, since ids are there once for each kind. */
  readonly subject: string;
  /** Such as `billing profile "pro"`. */
  readonly name: string;
}

/** How a billing file is named. */
export function subjectOf({ kind, id }: Pick<BillingDocument, 'kind' | 'id'>): Subject {
  return kind === 'BillingProfile'
    ? { subject: id, name: `billing profile "${id}"` }
    : { subject: `${kind}/${id}`, name: `${kind} "${id}"` };
}

/** The place of a key of the file; of its id when the key is not there. */
export function placeIn({ root }: BillingDocument, ...keys: readonly string[]): SourceRange {
  return placeOf(nodeAt(root, ...keys) ?? nodeAt(root, 'id') ?? root);
}

/** The place of a node. */
export function placeOf(node: DocumentNode): SourceRange {
  return rangeOf(node.span);
}
