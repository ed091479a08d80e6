import type { TermsInForce } from '../../model/billing/binding.ts';
import type { Terms } from '../../model/billing/terms.ts';
import { spanOf } from './part.ts';

/** Terms that follow each other and are billed by the same invoices: one currency, rounding and sequence of periods. */
export interface BillingRun {
  readonly segments: readonly TermsInForce[];
  readonly terms: Terms;
  /** `id@version` of the first. */
  readonly reference: string;
  /** Never billed. */
  readonly test: boolean;
  /** Whether one of the terms holds at an instant, in epoch milliseconds. */
  holds(instant: number): boolean;
}

/** The runs of a customer, in order. */
export function billingRuns(segments: readonly TermsInForce[]): BillingRun[] {
  const groups: [TermsInForce, ...TermsInForce[]][] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    if (last !== undefined && keyOf(last[0].terms) === keyOf(segment.terms)) last.push(segment);
    else groups.push([segment]);
  }
  return groups.map((group) => {
    const { terms } = group[0];
    const all = group.map(spanOf);
    return {
      segments: group,
      terms,
      reference: `${terms.id}@${terms.version}`,
      test: terms.test,
      holds: (instant) => all.some(({ from, to }) => instant >= from && instant < to),
    };
  });
}

const keys = new WeakMap<Terms, string>();

function keyOf(terms: Terms): string {
  let key = keys.get(terms);
  if (key === undefined) {
    const { currency, cadence, timezone, rounding, test } = terms;
    key = JSON.stringify([currency, cadence, timezone, rounding.mode, rounding.level, rounding.digits, test]);
    keys.set(terms, key);
  }
  return key;
}
