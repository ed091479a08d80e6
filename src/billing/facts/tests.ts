import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { type Decimal, decimal } from '../../lib/decimal.ts';
import type { Sku } from '../../model/billing/terms.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import type { ResolvedProfile } from '../resolve/resolved-profile.ts';
import { boundsOf, stepOf } from '../simulate/bounds.ts';
import type { TestUsage } from './test-invoice.ts';
import { subjectOf, type Subject } from './subject.ts';

/** The tests that a profile has of one SKU. */
export interface SkuTests extends Subject {
  readonly sku: string;
  readonly tests: number;
  /** Bounds of its tiers, as metered quantity, that no test has a quantity at or one step beside. */
  readonly untested: readonly string[];
  readonly source: SourceRange;
}

/** How each SKU of a touched profile is tested, in the order of the resolved profile. */
export function skuTests(profile: ResolvedProfile, document: BillingDocument): readonly SkuTests[] {
  const tests = itemsOf(nodeAt(document.root, 'tests'));
  const tested = tests.flatMap((test) => [test, ...itemsOf(nodeAt(test, 'usage'))]).flatMap(usageIn);
  return profile.terms.skus.map((sku) => {
    const own = tested.filter((usage) => usage.sku === sku.id);
    const isTested = (bound: Decimal) =>
      own.some(({ quantity }) => quantity.minus(bound).abs().lte(stepOf(bound)));
    return {
      ...subjectOf(document),
      sku: sku.id,
      tests: own.length,
      untested: tierBounds(sku)
        .filter((bound) => !isTested(bound))
        .map((bound) => bound.toFixed()),
      source: profile.place(`skus[${sku.id}]`),
    };
  });
}

/** Where one tier ends and the next begins; where a free quantity ends is no tier. */
function tierBounds(sku: Sku): readonly Decimal[] {
  return 'tiers' in sku.price ? boundsOf(sku).slice(sku.freeQuantity.gt('0') ? 1 : 0) : [];
}

/** The SKU and quantity that a test, or an item of its usage, names; empty when it names none. */
export function usageIn(item: DocumentNode): readonly TestUsage[] {
  const [sku, quantity] = [textOf(nodeAt(item, 'sku')), textOf(nodeAt(item, 'quantity'))];
  return sku === undefined || quantity === undefined ? [] : [{ sku, quantity: decimal(quantity) }];
}
