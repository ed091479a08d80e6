import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { MOST_ERRORS } from '../../config/yaml/first.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/** Discounts, commitments and tests name SKUs of the profile. Not asked when its prices are in another file. */
export function checkReferences(root: DocumentNode): Diagnostic[] {
  const skus = nodeAt(root, 'skus');
  if (skus === undefined || nodeAt(root, 'extends') !== undefined) return [];
  const known = new Set(itemsOf(skus).flatMap((sku) => textOf(nodeAt(sku, 'id')) ?? []));
  const lists = ['discounts', 'commitments'].flatMap((name) => itemsOf(nodeAt(root, name)));
  const tests = itemsOf(nodeAt(root, 'tests'));
  const named = [
    ...lists.flatMap((item) => itemsOf(nodeAt(item, 'skus'))),
    ...tests.flatMap((test) => nodeAt(test, 'sku') ?? []),
    ...tests.flatMap((test) => itemsOf(nodeAt(test, 'usage'))).flatMap((usage) => nodeAt(usage, 'sku') ?? []),
  ];
  const unknown = named.filter((node) => !known.has(textOf(node) ?? ''));
  return unknown.slice(0, MOST_ERRORS + 1).map((node) => unknownSku(node, known));
}

function unknownSku(node: DocumentNode, known: ReadonlySet<string>): Diagnostic {
  const id = textOf(node) ?? '';
  const guess = nearest(id, known);
  const hint = guess === undefined ? undefined : `Did you mean "${guess}"?`;
  return errorAt(node.span, 'unknown-sku', `There is no SKU ${quoted(id)} in the profile.`, hint);
}
