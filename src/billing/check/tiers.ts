import { entriesOf, itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/**
 * Upper bounds rise strictly and only the last tier is open, so that each quantity lies in exactly one
 * tier; and whether a first flat price is due without usage is said, since billing engines disagree.
 */
export function checkTiers(root: DocumentNode): Diagnostic[] {
  return itemsOf(nodeAt(root, 'skus')).flatMap((sku) => {
    const price = nodeAt(sku, 'price');
    const tiers = itemsOf(nodeAt(price, 'tiers'));
    if (price === undefined || tiers.length === 0) return [];
    const capacity = textOf(nodeAt(price, 'model')) === 'capacity';
    return capacity ? openLimits(tiers) : [...bounds(tiers), ...zeroUsage(price, tiers)];
  });
}

function bounds(tiers: readonly DocumentNode[]): Diagnostic[] {
  return tiers.flatMap((tier, index) => {
    const node = nodeAt(tier, 'upTo') ?? tier;
    const [bound, before] = [textOf(node), textOf(nodeAt(tiers[index - 1], 'upTo'))];
    const last = index === tiers.length - 1;
    if (last && bound !== undefined) {
      const message = `The last tier ends at ${bound}: what lies above would have no price.`;
      return [errorAt(node.span, 'tier-bounds', message, 'Write "upTo: null" in the last tier.')];
    }
    if (!last && bound === undefined) {
      const message = 'Only the last tier may be open: the tiers after it could not be reached.';
      return [errorAt(node.span, 'tier-bounds', message, 'Give "upTo" an upper bound.')];
    }
    if (bound === undefined || before === undefined || decimal(bound).gt(decimal(before))) return [];
    const message = `The bounds of tiers must rise: ${bound} comes after ${before}.`;
    return [errorAt(node.span, 'tier-bounds', message)];
  });
}

function openLimits(tiers: readonly DocumentNode[]): Diagnostic[] {
  return tiers.flatMap((tier, index) => {
    const open = entriesOf(nodeAt(tier, 'limits')).length === 0;
    if (open === (index === tiers.length - 1)) return [];
    const message = open
      ? 'Only the last tier may be without limits: the tiers after it could not be reached.'
      : 'The last tier has limits: what lies above would have no price.';
    return [
      errorAt(tier.span, 'tier-bounds', message, 'Write "limits: {}" in the last tier, and only there.'),
    ];
  });
}

function zeroUsage(price: DocumentNode, tiers: readonly DocumentNode[]): Diagnostic[] {
  const flat = nodeAt(tiers[0], 'flat');
  const amount = textOf(flat);
  if (flat === undefined || amount === undefined || decimal(amount).eq('0')) return [];
  if (nodeAt(price, 'zeroUsageFlat') !== undefined) return [];
  const message = 'It is not said whether the first flat price is due without any usage.';
  return [
    errorAt(
      flat.span,
      'missing-key',
      message,
      'Add "zeroUsageFlat: true" or "zeroUsageFlat: false" to the price.',
    ),
  ];
}
