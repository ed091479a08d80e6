import type { Decimal } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import type { Period } from '../../time/periods.ts';
import type { Part } from '../part.ts';
import type { WorkLine } from '../work-line.ts';
import type { Budget } from './budget.ts';
import { choose } from './choose.ts';
import { isRaised, takeFree, worthOf } from './free-quantity.ts';
import { isFor, offersOf } from './offers.ts';
import { take, wantedFrom } from './take.ts';

/**
 * Takes the discounts of each part off its lines, in this order: free quantities, since they change what the price is applied
 * to; then percent and fixed ones by precedence, each from what those before have left. Returns a sentence for each discount
 * of which nobody can tell whether it is due.
 */
export function takeDiscounts(
  parts: readonly Part[],
  lines: readonly WorkLine[],
  period: Period,
  budget: Budget,
): string[] {
  const unknowns = new Set<string>();
  for (const part of parts) {
    if (part.plan.discounts.length === 0) continue;
    const { offers, unknown } = offersOf(part, lines);
    for (const { id } of unknown)
      unknowns.add(
        `Whether discount ${id} is due is not known, and it is not taken off: what is unique in a period cannot be told from what is unique in parts of it.`,
      );
    if (offers.length > 0)
      takeOffers(
        offers,
        lines.filter((line) => line.part === part),
        period,
        budget,
      );
  }
  return [...unknowns];
}

function takeOffers(
  offers: readonly Discount[],
  lines: readonly WorkLine[],
  period: Period,
  budget: Budget,
): void {
  const isStacked = offers.every(({ stacking }) => stacking === 'stack');
  // One that keeps others out must be worth something; where none does it takes nothing by itself.
  const isOffered = (offer: Discount, line: WorkLine): boolean =>
    isFor(offer, line) && (isStacked || !isRaised(offer, line, period, budget));
  const possible: LinesByOffer = new Map(
    offers.map((offer) => [offer, lines.filter((line) => isOffered(offer, line))]),
  );
  const worth = (offer: Discount, line: WorkLine): Decimal =>
    offer.type === 'freeQuantity'
      ? worthOf(offer, line, period, budget)
      : wantedFrom(offer, line, possible.get(offer) ?? [], budget);
  const taken = isStacked ? possible : chosen(possible, lines, worth);
  const free = offers.filter(({ type }) => type === 'freeQuantity');
  for (const line of free.length === 0 ? [] : lines) {
    const own = free.filter((offer) => taken.get(offer)?.includes(line));
    takeFree(own, line, period, budget);
  }
  for (const offer of offers) if (offer.type !== 'freeQuantity') take(offer, taken.get(offer) ?? [], budget);
}

/** The lines that each offer is taken off, where offers keep each other out. */
function chosen(
  possible: LinesByOffer,
  lines: readonly WorkLine[],
  worth: (offer: Discount, line: WorkLine) => Decimal,
): LinesByOffer {
  const offers = [...possible.keys()];
  const byLine = new Map(
    lines.map((line) => [
      line,
      choose(
        offers.filter((offer) => possible.get(offer)?.includes(line)),
        (offer) => worth(offer, line),
      ),
    ]),
  );
  return new Map(offers.map((offer) => [offer, lines.filter((line) => byLine.get(line)?.includes(offer))]));
}

type LinesByOffer = ReadonlyMap<Discount, readonly WorkLine[]>;
