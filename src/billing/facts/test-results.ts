import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { type Decimal, decimal } from '../../lib/decimal.ts';
import { round } from '../../lib/round.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import type { ResolvedProfile } from '../resolve/resolved-profile.ts';
import { priceOf } from '../simulate/price-of.ts';
import { testInvoice } from './test-invoice.ts';
import { usageIn } from './tests.ts';
import { placeOf, subjectOf, type Subject } from './subject.ts';

/** A test of a profile and what came of it. */
export interface TestResult extends Subject {
  /** Its name, or what it asks. */
  readonly test: string;
  readonly expected: string;
  /** The exact amount; null when it cannot be rated. */
  readonly actual: string | null;
  /** Equal as it is, or when it is rounded as the profile says. */
  readonly passed: boolean;
  readonly source: SourceRange;
}

/** The tests of a touched profile, run, in the order of the file. */
export function testResults(profile: ResolvedProfile, document: BillingDocument): readonly TestResult[] {
  return itemsOf(nodeAt(document.root, 'tests')).flatMap((test) => {
    const amount = amountOf(profile.terms, test);
    if (amount === undefined) return [];
    const expected = decimal(textOf(nodeAt(test, 'expect')) ?? '0');
    const { mode, digits } = profile.terms.rounding;
    const passed = amount !== null && (amount.eq(expected) || round(amount, digits, mode).eq(expected));
    return [
      {
        ...subjectOf(document),
        test: nameOf(test),
        expected: expected.toFixed(),
        actual: amount?.toFixed() ?? null,
        passed,
        source: placeOf(nodeAt(test, 'expect') ?? test),
      },
    ];
  });
}

/** The list price of a quantity of a SKU, or the net of an invoice; undefined for a test that asks nothing. */
function amountOf(terms: Terms, test: DocumentNode): Decimal | null | undefined {
  const usage = itemsOf(nodeAt(test, 'usage')).flatMap(usageIn);
  if (usage.length > 0) return testInvoice(terms, usage);
  const [one] = usageIn(test);
  if (one === undefined) return undefined;
  const sku = terms.skus.find(({ id }) => id === one.sku);
  return sku === undefined ? null : priceOf(terms, sku, one.quantity);
}

function nameOf(test: DocumentNode): string {
  const [name, sku, quantity] = ['name', 'sku', 'quantity'].map((key) => textOf(nodeAt(test, key)));
  if (name !== undefined) return `"${name}"`;
  return sku === undefined ? 'of an invoice' : `of ${quantity ?? 'nothing'} of SKU "${sku}"`;
}
