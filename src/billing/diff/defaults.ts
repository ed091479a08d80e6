import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { minorDigits } from '../../lib/currency.ts';
import type { DocumentNode } from '../../model/node.ts';
import { plainNumber } from '../item-key.ts';

/** What holds where a field is not written, by its pattern: docs/billing-profiles.md. */
const DEFAULTS: Readonly<Record<string, string>> = {
  test: 'false',
  'migration.mode': 'newOnly',
  'skus[].meter.window': 'period',
  'skus[].freeQuantity': '0',
  'skus[].convert.round': 'none',
  'skus[].onChange': 'restart',
  'skus[].proration': 'none',
  'skus[].taxCategory': 'standard',
  'skus[].price.zeroUsageFlat': 'false',
  'skus[].price.fixed': '0',
  'skus[].price.tiers[].flat': '0',
  'discounts[].enabled': 'true',
  'commitments[].trueUp': 'period',
  'commitments[].proration': 'none',
  'allocation[].zeroFallback': 'none',
};

/**
 * Whether a value that one side alone writes is what holds without it, so that nothing is rated otherwise. `pattern` is a path with `[]`
 * for each item; `root` is the document, which says the currency that the digits are those of (ISO 4217).
 */
export function isDefault(pattern: string, value: DocumentNode | undefined, root: DocumentNode): boolean {
  if (value?.kind !== 'scalar') return false;
  if (pattern !== 'rounding.digits') return DEFAULTS[pattern] === plainNumber(value.text);
  const digits = minorDigits(textOf(nodeAt(root, 'currency')) ?? '');
  return digits !== undefined && value.text === String(digits);
}
