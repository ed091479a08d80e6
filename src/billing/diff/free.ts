import { entriesOf, itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { decimal } from '../../lib/decimal.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { Step } from './tree-diff.ts';

const AMOUNT = /^(?:amount|unit|price|flat|rate|fixed|multiplier|min)$/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** Whether a text is a decimal that is 0. */
export function isZero(text: string): boolean {
  return DECIMAL.test(text) && decimal(text).eq('0');
}

/** Whether a tier, or an SKU by its price, has amounts and all of them are 0. */
export function isFree(item: DocumentNode | undefined): boolean {
  const price = nodeAt(item, 'price');
  const amounts = amountsIn(price?.kind === 'mapping' ? price : item);
  return amounts.length > 0 && amounts.every(isZero);
}

/**
 * Whether what stands at a path within an SKU cost nothing before: the SKU as a whole, or, for a tier, the one that reached as far.
 * `root` is the document before the change. Not so for an SKU that was not there.
 */
export function wasFree(root: DocumentNode | undefined, path: readonly Step[]): boolean {
  const sku = itemsOf(nodeAt(root, 'skus')).find((item) => textOf(nodeAt(item, 'id')) === path[1]?.name);
  if (sku === undefined) return false;
  const tier = path.find(({ name, item }) => item && name.startsWith('upTo='));
  const tiers = itemsOf(nodeAt(sku, 'price', 'tiers'));
  if (tier === undefined || tiers.length === 0) return isFree(sku);
  return isFree(
    tiers.find((other) => reaches(textOf(nodeAt(other, 'upTo')), tier.name.slice('upTo='.length))),
  );
}

/** Whether a tier that ends at `upTo` has the quantity in it that another one ends with; the last tier has all. */
function reaches(upTo: string | undefined, quantity: string): boolean {
  if (upTo === undefined || !DECIMAL.test(upTo)) return true;
  return DECIMAL.test(quantity) && decimal(upTo).gte(quantity);
}

/** Of a tier, or of a price and its tiers. */
function amountsIn(node: DocumentNode | undefined): string[] {
  const own = entriesOf(node).flatMap(({ key, value }) => (AMOUNT.test(key) ? (textOf(value) ?? []) : []));
  return [...own, ...itemsOf(nodeAt(node, 'tiers')).flatMap(amountsIn)];
}
