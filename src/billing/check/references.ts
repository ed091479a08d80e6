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
  const skusOf = (name: string) =>
    itemsOf(nodeAt(root, name)).flatMap((item) => itemsOf(nodeAt(item, 'skus')));
  const tests = itemsOf(nodeAt(root, 'tests'));
  const discounted = skusOf('discounts');
  const named = [
    ...discounted,
    ...skusOf('commitments'),
    ...tests.flatMap((test) => nodeAt(test, 'sku') ?? []),
    ...tests.flatMap((test) => itemsOf(nodeAt(test, 'usage'))).flatMap((usage) => nodeAt(usage, 'sku') ?? []),
  ];
  const unknown = named.filter((node) => !known.has(textOf(node) ?? ''));
  return unknown.slice(0, MOST_ERRORS + 1).map((node) => unknownSku(node, known, discounted.includes(node)));
}

function unknownSku(node: DocumentNode, known: ReadonlySet<string>, isDiscounted: boolean): Diagnostic {
  const id = textOf(node) ?? '';
  const guess = nearest(id, known);
  const hint = guess === undefined ? undefined : `Did you mean "${guess}"?`;
  const code = isDiscounted ? 'unknown-discount-sku' : 'unknown-sku';
  return errorAt(node.span, code, `There is no SKU ${quoted(id)} in the profile.`, hint);
}
