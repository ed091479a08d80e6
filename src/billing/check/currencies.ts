import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { currencyCodes, minorDigits } from '../../lib/currency.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/** Each currency is one of ISO 4217. */
export function checkCurrencies(root: DocumentNode): Diagnostic[] {
  const rates = itemsOf(nodeAt(root, 'rates'));
  const codes = [
    nodeAt(root, 'currency'),
    ...rates.flatMap((rate) => [nodeAt(rate, 'from'), nodeAt(rate, 'to')]),
  ];
  return codes.flatMap((node) => {
    const code = textOf(node);
    if (node === undefined || code === undefined || minorDigits(code) !== undefined) return [];
    const guess = nearest(code, currencyCodes());
    const hint = guess === undefined ? undefined : `Did you mean "${guess}"?`;
    return [errorAt(node.span, 'unknown-currency', `${quoted(code)} is not a currency of ISO 4217.`, hint)];
  });
}
