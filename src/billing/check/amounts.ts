import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/** The least is not above the most, and no discount takes more than everything. */
export function checkAmounts(root: DocumentNode): Diagnostic[] {
  const skus = itemsOf(nodeAt(root, 'skus'));
  return [
    ...skus.flatMap((sku) => ordered(nodeAt(sku, 'minAmount'), nodeAt(sku, 'maxAmount'))),
    ...skus.flatMap((sku) => ordered(nodeAt(sku, 'price', 'min'), nodeAt(sku, 'price', 'max'))),
    ...itemsOf(nodeAt(root, 'discounts')).flatMap(percent),
  ];
}

function ordered(low: DocumentNode | undefined, high: DocumentNode | undefined): Diagnostic[] {
  const [least, most] = [textOf(low), textOf(high)];
  if (low === undefined || least === undefined || most === undefined || !decimal(least).gt(decimal(most)))
    return [];
  return [errorAt(low.span, 'wrong-value', `The least amount, ${least}, is above the most, ${most}.`)];
}

function percent(discount: DocumentNode): Diagnostic[] {
  const value = nodeAt(discount, 'value');
  const text = textOf(value);
  if (textOf(nodeAt(discount, 'type')) !== 'percent' || value === undefined || text === undefined) return [];
  if (!decimal(text).gt('100')) return [];
  return [errorAt(value.span, 'wrong-value', `A discount of ${text} percent is more than everything.`)];
}
