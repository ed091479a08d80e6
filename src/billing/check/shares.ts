import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { decimal, sum, type Decimal } from '../../lib/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/** Fixed shares of a pool are the whole of it, and no more than all revenue is shared. */
export function checkShares(root: DocumentNode): Diagnostic[] {
  return [
    ...itemsOf(nodeAt(root, 'allocation')).flatMap(fixedShares),
    ...revenueShares(nodeAt(root, 'revenueShare')),
  ];
}

function fixedShares(rule: DocumentNode): Diagnostic[] {
  const shares = nodeAt(rule, 'shares');
  const fixed = textOf(nodeAt(rule, 'method')) === 'fixed';
  if (shares === undefined) {
    const message = 'A fixed allocation needs its shares.';
    return fixed ? [errorAt(rule.span, 'missing-key', message, 'Add "shares".')] : [];
  }
  const total = totalOf(shares, 'share');
  if (total.eq('1')) return [];
  const message = `The shares sum to ${total.toFixed()}, not to exactly 1.`;
  return [errorAt(shares.span, 'shares', message)];
}

function revenueShares(shares: DocumentNode | undefined): Diagnostic[] {
  if (shares === undefined) return [];
  const total = totalOf(shares, 'percent');
  if (total.lte('100')) return [];
  return [
    errorAt(
      shares.span,
      'shares',
      `${total.toFixed()} percent of the revenue is shared: more than all of it.`,
    ),
  ];
}

function totalOf(list: DocumentNode, key: string): Decimal {
  return sum(itemsOf(list).map((item) => decimal(textOf(nodeAt(item, key)) ?? '0')));
}
