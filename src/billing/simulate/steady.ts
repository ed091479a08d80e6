import { compareInstants } from '../../lib/calendar.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import type { Tax, Terms, Window } from '../../model/billing/terms.ts';
import { holdsAt } from '../timeline/timeline.ts';

const ALWAYS: Window = { from: null, to: null };
export const BEGINNING = '0001-01-01T00:00:00Z';

/**
 * Terms as they are rated in a comparison that knows no dates: promotions run unless they are over at `now`, and the tax
 * rows in force at an instant hold for all usage, whenever it was recorded. The same object for the same terms and rows.
 */
export class SteadyTerms {
  readonly #now: string;
  readonly #known = new Map<Terms, Map<string, Terms>>();

  constructor(now: string) {
    this.#now = now;
  }

  /** Terms of a binding that hold always, with the tax of the instant. */
  inForce({ terms, binding }: TermsInForce, at: string): TermsInForce {
    return { terms: this.of(terms, at), binding, from: BEGINNING, to: null };
  }

  of(terms: Terms, at: string): Terms {
    const rows = (terms.tax?.rows ?? []).map(({ window }) => holds(window, at));
    const byRows = this.#known.get(terms) ?? new Map<string, Terms>();
    this.#known.set(terms, byRows);
    const known = byRows.get(rows.join()) ?? this.#make(terms, at);
    byRows.set(rows.join(), known);
    return known;
  }

  /** What does not touch revenue is left out: allocation, shares of the revenue, and tax on top of the prices. */
  #make(terms: Terms, at: string): Terms {
    const running = terms.discounts.filter(
      ({ window }) => window.to === null || compareInstants(window.to, this.#now) > 0,
    );
    const discounts = running.map((discount) => ({ ...discount, window: ALWAYS }));
    const tax = taxAt(terms.tax, at);
    return { ...terms, effective: ALWAYS, discounts, tax, allocation: [], revenueShare: [] };
  }
}

function taxAt(tax: Tax | null, at: string): Tax | null {
  const rows = (tax?.rows ?? []).filter(({ window }) => holds(window, at));
  if (tax === null || rows.every(({ inclusive }) => !inclusive)) return null;
  return { ...tax, rows: rows.map((row) => ({ ...row, window: ALWAYS })) };
}

function holds({ from, to }: Window, at: string): boolean {
  return holdsAt({ from: from ?? BEGINNING, to }, at);
}
