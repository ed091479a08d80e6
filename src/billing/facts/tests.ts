import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { type Decimal, decimal } from '../../lib/decimal.ts';
import { listMember } from '../../lib/json.ts';
import type { Sku } from '../../model/billing/terms.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { textIn } from '../resolve/json-access.ts';
import type { ResolvedProfile } from '../resolve/resolved-profile.ts';
import { boundsOf, stepOf } from '../simulate/bounds.ts';
import type { TestUsage } from './test-invoice.ts';
import { placeIn, subjectOf, type Subject } from './subject.ts';

/** The tests that a profile has of one SKU. */
export interface SkuTests extends Subject {
  readonly sku: string;
  readonly tests: number;
  /** Bounds of its tiers, as metered quantity, that no test has a quantity at or one step beside. */
  readonly untested: readonly string[];
  /** In the file of the profile: of the SKU, or where its tests belong. */
  readonly source: SourceRange;
}

/**
 * How each SKU of a profile is tested, in the order of the resolved profile. One that is as in the profile that it extends is left
 * out: that one sells it, and has its tests. `profileOf` finds a version by its reference.
 */
export function skuTests(
  profile: ResolvedProfile,
  document: BillingDocument,
  profileOf: (reference: string) => ResolvedProfile | undefined,
): readonly SkuTests[] {
  const tests = itemsOf(nodeAt(document.root, 'tests'));
  const tested = tests.flatMap((test) => [test, ...itemsOf(nodeAt(test, 'usage'))]).flatMap(usageIn);
  const inherited = skuTexts(profileOf(textOf(nodeAt(document.root, 'extends')) ?? ''));
  const own = skuTexts(profile);
  return profile.terms.skus
    .filter(({ id }) => own.get(id) !== inherited.get(id))
    .map((sku) => {
      const usages = tested.filter((usage) => usage.sku === sku.id);
      const isTested = (bound: Decimal) =>
        usages.some(({ quantity }) => quantity.minus(bound).abs().lte(stepOf(bound)));
      return {
        ...subjectOf(document),
        sku: sku.id,
        tests: usages.length,
        untested: tierBounds(sku)
          .filter((bound) => !isTested(bound))
          .map((bound) => bound.toFixed()),
        source: placeOfTests(profile, document, sku.id),
      };
    });
}

/** What is written of each SKU, by its id. */
function skuTexts(profile: ResolvedProfile | undefined): ReadonlyMap<string, string> {
  return new Map(listMember(profile?.json, 'skus').map((sku) => [textIn(sku, 'id'), canonicalJson(sku)]));
}

/** An SKU that stands in another file is tested in that of the profile. */
function placeOfTests(profile: ResolvedProfile, document: BillingDocument, sku: string): SourceRange {
  const written = profile.place(`skus[${sku}]`);
  if (written.file === document.file) return written;
  const key = ['tests', 'params', 'rateCard', 'extends'].find((name) => nodeAt(document.root, name));
  return placeIn(document, ...(key === undefined ? [] : [key]));
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
