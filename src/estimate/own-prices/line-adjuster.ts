import type { CostLine, Price } from '../../model/cost.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Commitment } from '../../model/pricing.ts';
import type { PriceBook } from '../../pricing/book.ts';
import { unknownCost } from '../resource-cost.ts';
import { missingRates } from './commitment-problems.ts';
import { adjustLine, type KnownLine, type RateOf } from './adjust-line.ts';
import { type Exchange, noRate } from './exchange.ts';
import type { FreePool } from './free-tier.ts';
import { type InForce, type Rules, rulesFor } from './rules.ts';

/** A line as the buyer pays it: the same object where nothing differs. What is free is taken from the pool. */
export type LineAdjuster = (line: CostLine, project: string, pool?: FreePool) => CostLine;

/** Adjusts lines, and tells what was missing for that. */
export interface LineAdjustments {
  readonly adjust: LineAdjuster;
  /** Warnings of commitments that cover lines at a rate that is not known. */
  problems(): readonly Diagnostic[];
}

/** Adjusts lines by what is in force. Where a rule or a rate of exchange is missing the line is unknown, with the reason. */
export function lineAdjuster(
  book: PriceBook,
  entries: InForce,
  exchange: Exchange,
  today: string,
): LineAdjustments {
  const known = new Map<Price, Rules>();
  const missing = new Map<Commitment, Set<string>>();
  const rulesOf = (price: Price): Rules => {
    let found = known.get(price);
    if (found === undefined) known.set(price, (found = rulesFor(price, entries, book)));
    return found;
  };
  const rateOf: RateOf = ({ currency }) => {
    const rate = exchange.rate(currency);
    if (rate === null) throw new MissingRate(noRate(currency, exchange.to, today));
    return rate;
  };
  const adjust: LineAdjuster = (line, project, pool) => {
    if (!isKnown(line)) return line;
    const unknown = (reason: string): CostLine => ({
      ...unknownCost(line, reason),
      quantity: line.quantity,
    });
    const rules = rulesOf(line.ownPrice ?? line.price);
    const taken = pool?.take(line, project);
    if (rules.problem !== undefined) return unknown(rules.problem);
    for (const { commitment, rate } of rules.coverage) {
      if (rate.kind === 'unknown')
        missing.set(commitment, (missing.get(commitment) ?? new Set()).add(rate.reason));
    }
    try {
      return adjustLine(line, rules, rateOf, taken);
    } catch (error) {
      if (error instanceof MissingRate) return unknown(error.message);
      throw error;
    }
  };
  return { adjust, problems: () => missingRates(missing) };
}

/** Ends the adjustment of a line that cannot be converted. Never leaves this file: the line is unknown, with this reason. */
class MissingRate extends Error {
  override readonly name = 'MissingRate';
}

function isKnown(line: CostLine): line is KnownLine {
  return line.quantity !== null && line.price !== null && line.monthly !== null;
}
