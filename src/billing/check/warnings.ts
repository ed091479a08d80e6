import { entriesOf, entryOf, itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { firstDiagnostics } from '../../config/yaml/first.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { warningAt } from '../diagnostics.ts';

/** What the price goes by where it does not go by the quantity. */
const BASES: Readonly<Record<string, string>> = {
  flat: 'is the same for any quantity',
  percentage: 'goes by the amounts of events',
  graduatedPercentage: 'goes by the amounts of events',
  dynamic: 'goes by the amounts of events',
};

/** What a valid file says in vain: it is rated as if that were not there. */
export function warningsOf(root: DocumentNode): readonly Diagnostic[] {
  return firstDiagnostics(itemsOf(nodeAt(root, 'skus')).flatMap(withoutEffect));
}

/** Conversion and free quantity change the priced quantity, and not every price goes by one. */
function withoutEffect(sku: DocumentNode): Diagnostic[] {
  const basis = basisOf(sku);
  if (basis === undefined) return [];
  return ['convert', 'freeQuantity'].flatMap((key) => {
    const entry = entryOf(sku, key);
    const amount = textOf(entry?.value);
    if (entry === undefined || (amount !== undefined && decimal(amount).eq('0'))) return [];
    const message = `${quoted(key)} changes nothing: a ${textOf(nodeAt(sku, 'price', 'model')) ?? ''} price ${basis}.`;
    return [warningAt(entry.keySpan, 'without-effect', message, hintFor(key, sku))];
  });
}

/** What the price of a SKU goes by; undefined: by its quantity. */
function basisOf(sku: DocumentNode): string | undefined {
  const [id, price] = [textOf(nodeAt(sku, 'id')) ?? '', nodeAt(sku, 'price')];
  const model = textOf(nodeAt(price, 'model')) ?? '';
  if (model !== 'capacity') return Object.hasOwn(BASES, model) ? BASES[model] : undefined;
  const limits = itemsOf(nodeAt(price, 'tiers')).flatMap((tier) => entriesOf(nodeAt(tier, 'limits')));
  return limits.some(({ key }) => key === id) ? undefined : `has no limit of ${id} itself`;
}

function hintFor(key: string, sku: DocumentNode): string {
  const isPercentage = textOf(nodeAt(sku, 'price', 'model')) === 'percentage';
  return key === 'freeQuantity' && isPercentage
    ? 'Take "freeEvents" or "freeAmount" of the price for what is free.'
    : 'Take it out.';
}
