import { compareInstants } from '../../lib/calendar.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import type { Discount, Tax, Terms, Window } from '../../model/billing/terms.ts';
import { holdsAt } from '../timeline/timeline.ts';
import { discountKey } from './rating-key.ts';

const ALWAYS: Window = { from: null, to: null };
const NONE: ReadonlySet<string> = new Set();
export const BEGINNING = '0001-01-01T00:00:00Z';

/**
 * Terms as they are rated in a comparison that knows no dates: promotions run unless they are over at `now` or never run while their
 * version is in force, and the tax rows in force at an instant hold for all usage, whenever it was recorded. The same object for the
 * same terms and rows.
 */
export class SteadyTerms {
  readonly #now: string;
  readonly #known = new Map<Terms, Map<string, Terms>>();
  readonly #ending = new Map<Terms, ReadonlySet<string>>();

  constructor(now: string) {
    this.#now = now;
  }

  /** Terms of a binding that hold always, with the tax of the instant. */
  inForce({ terms, binding }: TermsInForce, at: string): TermsInForce {
    return { terms: this.of(terms, at), binding, from: BEGINNING, to: null };
  }

  /** `other`: what the terms are compared with. A promotion that runs there counts here too, though its version may begin after its end. */
  of(terms: Terms, at: string, other: Terms | null = null): Terms {
    const rows = (terms.tax?.rows ?? []).map(({ window }) => holds(window, at));
    const running = terms.discounts.filter((discount) => this.#isCounted(discount, terms, other));
    const key = JSON.stringify([rows, running.map(({ id }) => id)]);
    const byKey = this.#known.get(terms) ?? new Map<string, Terms>();
    this.#known.set(terms, byKey);
    const known = byKey.get(key) ?? this.#make(terms, at, running);
    byKey.set(key, known);
    return known;
  }

  /** Ids of the promotions that end by themselves, of terms that `of` has made. */
  ending(made: Terms | null): ReadonlySet<string> {
    return (made === null ? undefined : this.#ending.get(made)) ?? NONE;
  }

  /** What does not touch revenue is left out: allocation, shares of the revenue, and tax on top of the prices. */
  #make(terms: Terms, at: string, running: readonly Discount[]): Terms {
    const discounts = running.map((discount) => ({ ...discount, window: ALWAYS }));
    const tax = taxAt(terms.tax, at);
    const made = { ...terms, effective: ALWAYS, discounts, tax, allocation: [], revenueShare: [] };
    const ending = running.filter(({ window }) => window.to !== null);
    if (ending.length > 0) this.#ending.set(made, new Set(ending.map(({ id }) => id)));
    return made;
  }

  #isCounted(discount: Discount, terms: Terms, other: Terms | null): boolean {
    if (isToRun(discount, terms, this.#now)) return true;
    const { to } = discount.window;
    if (other === null || (to !== null && compareInstants(to, this.#now) <= 0)) return false;
    return other.discounts.some((one) => isLike(one, discount) && isToRun(one, other, this.#now));
  }
}

/** Whether two discounts differ in their dates at most. */
function isLike(a: Discount, b: Discount): boolean {
  return a.id === b.id && discountKey({ ...a, window: ALWAYS }) === discountKey({ ...b, window: ALWAYS });
}

/** Whether a discount is not over, and runs at some time at which its version is in force. */
export function isToRun({ window: { from, to } }: Discount, { effective }: Terms, now: string): boolean {
  const isBefore = (end: string | null, begin: string | null) =>
    end !== null && begin !== null && compareInstants(end, begin) <= 0;
  return !isBefore(to, now) && !isBefore(to, effective.from) && !isBefore(effective.to, from);
}

function taxAt(tax: Tax | null, at: string): Tax | null {
  const rows = (tax?.rows ?? []).filter(({ window }) => holds(window, at));
  if (tax === null || rows.every(({ inclusive }) => !inclusive)) return null;
  return { ...tax, rows: rows.map((row) => ({ ...row, window: ALWAYS })) };
}

function holds({ from, to }: Window, at: string): boolean {
  return holdsAt({ from: from ?? BEGINNING, to }, at);
}
