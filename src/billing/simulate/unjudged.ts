import { decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { UnjudgedTerms } from '../../model/billing/simulation.ts';
import type { Commitment, Sku, Terms } from '../../model/billing/terms.ts';
import { money } from '../../model/money-text.ts';
import type { RatedTerms } from './differences.ts';
import type { RatedPair } from './rated-pair.ts';
import { commitmentKey, discountKey, skuKey } from './rating-key.ts';
import type { Replay } from './replay.ts';

/**
 * What differs for customers who pay already, and of which the recorded usage does not tell what it comes to on one of the sides: by
 * profile, kind and id. `times`: all that was rated, of each time by itself; the first has the say.
 */
export function unjudgedTerms(times: readonly (readonly RatedTerms[])[], replay: Replay): UnjudgedTerms[] {
  const found = new Map<string, UnjudgedTerms>();
  for (const rated of times) {
    const counted = unjudgedAt(rated, replay);
    for (const [key, terms] of counted) if (!found.has(key)) found.set(key, terms);
  }
  return [...found].sort(([a], [b]) => byCodePoint(a, b)).map(([, terms]) => terms);
}

function unjudgedAt(rated: readonly RatedTerms[], replay: Replay): ReadonlyMap<string, UnjudgedTerms> {
  const found = new Map<string, UnjudgedTerms>();
  for (const { rated: pair } of rated)
    for (const terms of [...unratedSkus(pair), ...unknownCommitments(pair, replay)]) {
      const key = JSON.stringify([terms.profile, terms.kind, terms.id]);
      const customers = (found.get(key)?.customers ?? 0) + pair.customers.length;
      found.set(key, { ...terms, customers, reason: terms.reason(customers) });
    }
  return found;
}

/** `reason` is asked for when it is known how many customers there are. */
type Unjudged = Omit<UnjudgedTerms, 'reason' | 'customers'> & {
  readonly reason: (customers: number) => string;
};

function unratedSkus({ base, head, unrated }: RatedPair): Unjudged[] {
  if (base === null) return [];
  const { id: profile } = head ?? base;
  return [...unrated].flatMap((id): Unjudged[] => {
    if (head !== null && isSameSku(id, base, head)) return [];
    const skus = [head, base].flatMap((terms) => terms?.skus.find((sku) => sku.id === id) ?? []);
    const reason = (customers: number) =>
      `SKU "${id}" of ${profile} cannot be rated on the recorded usage of ${people(customers)}, and is in no sum.`;
    return [{ ...{ profile, kind: 'sku', id }, reason, fix: missingUsage(skus) }];
  });
}

/** Whether the SKU, and all that is taken off it and promised for it, is as it was. */
function isSameSku(id: string, base: Terms, head: Terms): boolean {
  const keyOf = ({ currency, skus, discounts, commitments }: Terms) => {
    const holds = (item: { readonly skus: readonly string[] | null }) => item.skus?.includes(id) ?? true;
    const own = skus.filter((sku) => sku.id === id).map(skuKey);
    return [
      ...[currency, ...own],
      ...discounts.filter(holds).map(discountKey),
      ...commitments.filter(holds).map(commitmentKey),
    ].join('\n');
  };
  return keyOf(base) === keyOf(head);
}

function missingUsage(skus: readonly Sku[]): string {
  const models = new Set(skus.map(({ price }) => price.model));
  if (models.has('percentage'))
    return 'Record the amount of each event (x_EventAmount) before the price goes by it.';
  if (models.has('graduatedPercentage') || models.has('dynamic'))
    return 'Record amounts (x_EventAmount) before the price goes by them.';
  if (models.has('capacity')) return 'Record the usage that the limits of its tiers name.';
  return 'Give recorded usage by which both sides can be rated.';
}

function unknownCommitments({ base, head }: RatedPair, replay: Replay): Unjudged[] {
  if (base === null) return [];
  const keys = [base, head].map((terms) => new Set(terms?.commitments.map(commitmentKey)));
  const changed = [head, base].flatMap((terms) =>
    (terms?.commitments ?? [])
      .filter((one) => keys.some((known) => !known.has(commitmentKey(one))))
      .filter((one) => terms !== null && isUnknown(one, terms, replay))
      .map((commitment) => unknownCommitment(commitment, head ?? base, base.currency)),
  );
  // What differs on both sides is said as head has it.
  return changed.filter(({ id }, index) => changed.findIndex((other) => other.id === id) === index);
}

function isUnknown({ id, type }: Commitment, terms: Terms, replay: Replay): boolean {
  // Credit is paid before it is used: the sums have what is drawn from it alone.
  if (type === 'prepaid' || replay.uncovered(terms).has(id)) return true;
  return [...replay.unknowns.keys()].some((reason) => reason.toLowerCase().includes(`commitment ${id} `));
}

function unknownCommitment(commitment: Commitment, { id: profile }: Terms, currency: string): Unjudged {
  const { id, type, period } = commitment;
  const what = type === 'prepaid' ? 'What is paid for the credit' : 'What is due for the commitment';
  const most = (customers: number) => mostOf(commitment, customers, currency);
  return {
    ...{ profile, kind: 'commitment', id },
    reason: (customers) =>
      `${what} "${id}" of ${profile} is in no sum of ${people(customers)}${most(customers)}.`,
    fix:
      type === 'prepaid'
        ? 'Agree on the credit with those who have to pay it: no recorded usage tells what it comes to.'
        : `Give recorded usage of a whole ${period}, or agree on it with those who have to pay it.`,
  };
}

/** What a promise can come to for each customer; nothing where it is one of units, or where more than it is dearer. */
function mostOf({ type, amount, period, overage }: Commitment, customers: number, currency: string): string {
  if (type === 'quantity' || overage !== null) return '';
  const [one, all] = [amount, amount.times(decimal(customers))].map((most) => money(most, currency));
  const each = `${type === 'prepaid' ? '' : 'up to '}${one ?? ''} a ${period}`;
  return `: ${customers === 1 ? each : `${each} for each of them, ${all ?? ''} together`}`;
}

function people(customers: number): string {
  return customers === 1 ? '1 customer' : `${customers} customers`;
}
