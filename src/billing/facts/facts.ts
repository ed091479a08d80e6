import { identityOf, type BillingDocument, type BillingKind } from '../document.ts';
import { boundProfiles, type BoundProfile } from './bound-profiles.ts';
import { boundsOf, type Bound } from './bounds.ts';
import { skuCenters, type SkuCenter } from './centers.ts';
import { discountFacts, type DiscountFacts } from './discounts/facts.ts';
import { rateAges, usedTables, writtenRates, type RateAge, type WrittenRate } from './exchange.ts';
import { governanceFacts, type GovernanceFacts } from './governance/facts.ts';
import type { RecordFault } from './history/fault.ts';
import { historyFaults } from './history/records.ts';
import type { FactsInput } from './input.ts';
import { nearProfiles, type NearProfile } from './near-profiles.ts';
import { foundData, type FoundData } from './personal.ts';
import { fineAmounts, type FineAmount } from './precision.ts';
import { problemsOf, type Problem } from './problems.ts';
import { simulatedFacts, type SimulatedFacts } from './simulated/facts.ts';
import { sizesOf, type Size } from './sizes.ts';
import { taxFacts, type TaxFacts } from './tax/facts.ts';
import { testResults, type TestResult } from './test-results.ts';
import { skuTests, type SkuTests } from './tests.ts';
import { unjudgedChanges, type UnjudgedChange } from './unjudged.ts';
import { editedDocuments, touchedDocuments } from './touched.ts';
import { unreferredVersions, type UnreferredVersion } from './unreferred.ts';

export type { FactsInput } from './input.ts';

/** What the rules of billing files judge, besides the differences: sums, windows, pairs and their places. No verdicts. */
export interface BillingFacts extends DiscountFacts, TaxFacts, SimulatedFacts, GovernanceFacts {
  readonly problems: readonly Problem[];
  readonly fineAmounts: readonly FineAmount[];
  readonly bounds: readonly Bound[];
  readonly skuTests: readonly SkuTests[];
  readonly testResults: readonly TestResult[];
  readonly sizes: readonly Size[];
  readonly skuCenters: readonly SkuCenter[];
  readonly personalData: readonly FoundData[];
  readonly records: readonly RecordFault[];
  readonly boundProfiles: readonly BoundProfile[];
  readonly nearProfiles: readonly NearProfile[];
  readonly writtenRates: readonly WrittenRate[];
  readonly rateAges: readonly RateAge[];
  readonly unjudged: readonly UnjudgedChange[];
  readonly unreferred: readonly UnreferredVersion[];
}

/** The facts of a change of billing files, in the order of files and what stands in them. */
export function billingFacts(input: FactsInput): BillingFacts {
  const { head, changes, diagnostics, now } = input;
  const touched = touchedDocuments(head.documents, changes);
  const byIdentity = new Map(
    changes.map((change) => [identityOf({ kind: change.kind as BillingKind, id: change.id }), change]),
  );
  const changeOf = (document: BillingDocument) => byIdentity.get(identityOf(document));
  const resolved = touched.flatMap((document) => {
    const profile = head.profiles.find((other) => other.document === document);
    return profile === undefined ? [] : [{ profile, document, change: changeOf(document) }];
  });
  // A draft binds nobody: it may still be without tests.
  const tested = resolved.filter(({ document }) => document.lifecycle !== 'draft');
  return {
    problems: problemsOf(diagnostics).problems,
    fineAmounts: touched.flatMap(fineAmounts),
    bounds: touched.flatMap(boundsOf),
    skuTests: tested.flatMap(({ profile, document }) => skuTests(profile, document, head.profile)),
    testResults: tested.flatMap(({ profile, document }) => testResults(profile, document)),
    sizes: touched.flatMap(sizesOf),
    skuCenters: skuCenters(head.documents, touched),
    personalData: editedDocuments(input).flatMap(foundData),
    records: historyFaults(input, touched),
    boundProfiles: boundProfiles(input, touched),
    nearProfiles: nearProfiles(head.documents, touched),
    writtenRates: touched.flatMap((document) => writtenRates(document, changeOf(document))),
    rateAges: usedTables(head.documents, changes, touched).flatMap((table) => rateAges(table, now)),
    unjudged: unjudgedChanges(input, touched),
    unreferred: unreferredVersions(input),
    ...discountFacts(resolved, input, touched),
    ...taxFacts(input, touched),
    ...simulatedFacts(input, touched),
    ...governanceFacts(input),
  };
}
