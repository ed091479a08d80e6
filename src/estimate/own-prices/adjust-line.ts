import { decimal, type Decimal } from '../../lib/decimal.ts';
import type { CostLine, Price, Range } from '../../model/cost.ts';
import type { Adjustment, AdjustmentKind } from '../../model/pricing.ts';
import { addRanges, combineRanges, isNothing, mapRange, subtractRanges } from '../../model/range.ts';
import { tieredCost } from '../../pricing/tiers.ts';
import type { Coverage } from './commitments.ts';
import { coverageText, discountText, freeText, ownPriceText } from './phrases.ts';
import type { Rules } from './rules.ts';

/** A line with a quantity, a price and a cost. */
export type KnownLine = CostLine & {
  readonly quantity: Range;
  readonly price: Price;
  readonly monthly: Range;
};

/** Units of the result's currency for one of each price's. */
export type RateOf = (price: Price) => Decimal;

/** The part of a line's quantity that an allowance makes free, and of what it is a part. */
export interface Free {
  readonly id: string;
  readonly quantity: Range;
  readonly phrase: string;
}

const HUNDRED = decimal('100');
const PERCENT = decimal('0.01');
const HOURS_OF_MONTH = decimal('730');

/**
 * The line as the buyer pays it, in the result's currency, with what was applied in this order: own price, free allowance,
 * discount (not on an own price), commitments. The effects are exact, and the list cost with all of them is what the line costs.
 */
export function adjustLine(line: KnownLine, rules: Rules, rateOf: RateOf, free: Free | undefined): CostLine {
  const { ownPrice: own, list: listed, ...rest } = line;
  const adjustments: Adjustment[] = [];
  const note = (kind: AdjustmentKind, id: string, text: string, effect: Range): void => {
    adjustments.push({ kind, id, text, effect });
  };
  const paid = own ?? line.price;
  const byList = times(listed ?? line.monthly, rateOf(line.price));
  let cost = own === undefined ? byList : times(line.monthly, rateOf(own));
  if (own?.own !== undefined) note('own_price', own.own.id, ownPriceText(own), subtractRanges(cost, byList));

  let [listNet, quantity] = [byList, line.quantity];
  if (free !== undefined) {
    const saved = saving(free.quantity, paid, rateOf, cost);
    listNet = subtractRanges(byList, saving(free.quantity, line.price, rateOf, byList));
    quantity = subtractRanges(quantity, free.quantity);
    cost = subtractRanges(cost, saved);
    if (!isNothing(saved)) note('free_tier', free.id, freeText(free, line.unit), negative(saved));
  }
  let contracted = cost;
  const { discount } = rules;
  const kept = discount === undefined ? HUNDRED : HUNDRED.minus(discount.percent);
  if (discount !== undefined) {
    contracted = share(cost, kept);
    note('negotiated_discount', discount.id, discountText(discount), subtractRanges(contracted, cost));
  }
  let monthly = contracted;
  for (const coverage of rules.coverage) {
    const all = coveredCost(coverage.rate, quantity, listNet, rateOf);
    const reduced = all === undefined || discount?.onCommitments !== true ? all : share(all, kept);
    const effect = share(subtractRanges(reduced ?? contracted, contracted), coverage.share);
    monthly = addRanges(monthly, effect);
    note(coverage.commitment.kind, coverage.commitment.id, coverageText(coverage), effect);
  }
  if (own === undefined && adjustments.length === 0 && monthly === line.monthly) return line;
  return {
    ...rest,
    monthly,
    ...(own === undefined ? {} : { ownPrice: own }),
    ...(adjustments.length === 0 ? {} : { list: byList, contracted, adjustments }),
    ...asNotCovered(line, rules.coverage),
  };
}

/** That a commitment of an unknown rate was left out is an assumption, and the line says so. */
function asNotCovered({ evidence, reason }: CostLine, coverage: Rules['coverage']): Partial<CostLine> {
  const notes = coverage.flatMap(({ commitment: { id }, rate }) =>
    rate.kind === 'unknown'
      ? [`priced as not covered by ${id}, whose rate is not known: ${rate.reason}`]
      : [],
  );
  if (notes.length === 0) return {};
  return {
    evidence: evidence === 'D' ? 'D' : 'C',
    reason: [...(reason === undefined ? [] : [reason]), ...notes].join('; '),
  };
}

/** What all of the quantity would cost under a commitment; undefined when its rate is not known. */
function coveredCost(
  rate: Coverage['rate'],
  quantity: Range,
  list: Range,
  rateOf: RateOf,
): Range | undefined {
  if (rate.kind === 'percent') return share(list, HUNDRED.minus(rate.percent));
  if (rate.kind === 'unknown') return undefined;
  const { price } = rate;
  const rateNow = rateOf(price);
  return mapRange(quantity, (value) => {
    const cost = tieredCost(value, price.tiers).times(rateNow);
    return price.unit === 'month' ? cost.div(HOURS_OF_MONTH) : cost;
  });
}

/** What an allowance saves: it is taken from the first tiers, and no more than the cost. */
function saving(free: Range, price: Price, rateOf: RateOf, cost: Range): Range {
  const worth = times(
    mapRange(free, (value) => tieredCost(value, price.tiers)),
    rateOf(price),
  );
  return combineRanges(worth, cost, (a, b) => (a.gt(b) ? b : a));
}

function times(range: Range, factor: Decimal): Range {
  return factor.eq('1') ? range : mapRange(range, (value) => value.times(factor));
}

function share(range: Range, percent: Decimal): Range {
  return mapRange(range, (value) => value.times(percent).times(PERCENT));
}

function negative(range: Range): Range {
  return mapRange(range, (value) => value.times('-1'));
}
