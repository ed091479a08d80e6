import { byCodePoint } from '../../lib/order.ts';
import type { Range } from '../../model/cost.ts';
import type {
  Adjustment,
  AdjustmentKind,
  Commitment,
  Discount,
  EntryUse,
  FreeTier,
  OwnPrice,
  PricingEntry,
  PricingSummary,
} from '../../model/pricing.ts';
import { addRanges, NO_COST } from '../../model/range.ts';
import type { CostsByResource } from '../estimate-all.ts';
import type { Exchange } from './exchange.ts';
import { whenInForce } from './in-force.ts';

/** All of a summary but the totals. */
export type Summary = Omit<PricingSummary, 'list'>;

interface Entries {
  readonly discounts: readonly Discount[];
  readonly prices: readonly OwnPrice[];
  readonly commitments: readonly Commitment[];
}

interface Applied {
  readonly base: CostsByResource;
  readonly head: CostsByResource;
  readonly today: string;
  readonly freeTier: FreeTier;
  readonly exchange: Exchange;
}

interface Use {
  readonly lines: number;
  readonly effect: Range;
}

/** What became of each entry, in the order of the configuration, and then of the allowances that were applied, by id. */
export function summaryOf({ discounts, prices, commitments }: Entries, applied: Applied): Summary {
  const { today, freeTier, exchange } = applied;
  const [base, head] = [usesIn(applied.base), usesIn(applied.head)];
  const use = (kind: AdjustmentKind, id: string): Use =>
    head.get(nameOf({ kind, id })) ?? { lines: 0, effect: NO_COST };
  const entry = (kind: AdjustmentKind, one: PricingEntry): EntryUse => {
    const { id } = one;
    const when = whenInForce(one, today);
    if (when !== 'now') return { kind, id, state: when, lines: 0, effect: NO_COST };
    const name = nameOf({ kind, id });
    return { kind, id, state: base.has(name) || head.has(name) ? 'used' : 'unused', ...use(kind, id) };
  };
  const free = [...new Set([...base.keys(), ...head.keys()])]
    .filter((name) => name.startsWith('free_tier '))
    .sort(byCodePoint)
    .map((name): EntryUse => {
      const id = name.slice('free_tier '.length);
      return { kind: 'free_tier', id, state: 'used', ...use('free_tier', id) };
    });
  return {
    freeTier,
    exchangeRates: exchange.used(),
    entries: [
      ...discounts.map((one) => entry('negotiated_discount', one)),
      ...prices.map((one) => entry('own_price', one)),
      ...commitments.map((one) => entry(one.kind, one)),
      ...free,
    ],
  };
}

function usesIn(costs: CostsByResource): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const { lines } of costs.values()) {
    for (const adjustment of lines.flatMap(({ adjustments }) => adjustments ?? [])) {
      const name = nameOf(adjustment);
      const known = uses.get(name) ?? { lines: 0, effect: NO_COST };
      uses.set(name, { lines: known.lines + 1, effect: addRanges(known.effect, adjustment.effect) });
    }
  }
  return uses;
}

function nameOf({ kind, id }: Pick<Adjustment, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
