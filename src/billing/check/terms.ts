import { entryOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/** A profile has its prices from one place, and a test profile is not in production. */
export function checkTerms(root: DocumentNode): Diagnostic[] {
  if (textOf(nodeAt(root, 'kind')) !== 'BillingProfile') return [];
  return [...priceSource(root), ...testInProduction(root)];
}

function priceSource(root: DocumentNode): Diagnostic[] {
  const [card, skus] = [entryOf(root, 'rateCard'), entryOf(root, 'skus')];
  if (card !== undefined && skus !== undefined) {
    const message = '"rateCard" and "skus" both give prices.';
    return [errorAt(skus.keySpan, 'two-price-sources', message, 'Keep one of them.')];
  }
  if (card !== undefined || skus !== undefined || entryOf(root, 'extends') !== undefined) return [];
  const message = 'The profile has no prices: it needs "skus", "rateCard" or "extends".';
  return [errorAt(root.span, 'missing-key', message)];
}

function testInProduction(root: DocumentNode): Diagnostic[] {
  const test = nodeAt(root, 'test');
  if (test?.kind !== 'scalar' || test.value !== true || textOf(nodeAt(root, 'environment')) !== 'prod')
    return [];
  const message = 'A test profile is never billed, so it cannot be for production.';
  return [errorAt(test.span, 'test-in-production', message, 'Set "environment" to sandbox or staging.')];
}
