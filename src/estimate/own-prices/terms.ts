import type { Config } from '../../model/config.ts';
import type { CostLine, Price, ResourceCost } from '../../model/cost.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PriceBook } from '../../pricing/book.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { CostsByResource } from '../estimate-all.ts';
import { unknownCost, withLines } from '../resource-cost.ts';
import { accountNames } from './accounts.ts';
import { adjustLine, type KnownLine, type RateOf } from './adjust-line.ts';
import { openAllowances } from './allowances.ts';
import { noRate, openExchange } from './exchange.ts';
import { type FreePool, freeTerms } from './free-tier.ts';
import { inForce } from './in-force.ts';
import { withOwnPrices } from './own-book.ts';
import { type Rules, rulesFor } from './rules.ts';
import { summaryOf, type Summary } from './summary.ts';
import { expired } from './expired.ts';

/** What a buyer pays otherwise than by list prices. */
export interface Terms {
  /** The price book, with the buyer's own prices in it: what resources are to be estimated by. */
  readonly book: PriceBook;
  /** The costs of one side as the buyer pays them, in the result's currency. Equal where nothing differs: then the same objects. */
  apply(costs: CostsByResource): CostsByResource;
  /** What became of each entry, over costs that were applied to; `head` is counted and summed. */
  summary(base: CostsByResource, head: CostsByResource): Summary;
  /** What is wrong with entries and rates that the costs asked for so far, and what has expired. */
  diagnostics(): readonly Diagnostic[];
}

/** The terms of a configuration on a day, `YYYY-MM-DD`; undefined where list prices hold as they are. */
export function openTerms(config: Config, book: PriceBook, today: string): Terms | undefined {
  const { pricing, currency } = config;
  if (pricing === undefined && currency === book.manifest.currency) return undefined;
  const {
    exchangeRates = [],
    discounts = [],
    prices = [],
    commitments = [],
    freeTier = 'off',
  } = pricing ?? {};
  const own = withOwnPrices(book, inForce(prices, today));
  const exchange = openExchange(exchangeRates, currency, today);
  const inForceNow = { discounts: inForce(discounts, today), commitments: inForce(commitments, today) };
  const free =
    freeTier === 'off' ? undefined : freeTerms(openAllowances(), accountNames(config, freeTier === 'shared'));

  const rules = new Map<Price, Rules>();
  const rulesOf = (price: Price): Rules => {
    let found = rules.get(price);
    if (found === undefined) rules.set(price, (found = rulesFor(price, inForceNow, book)));
    return found;
  };
  const rateOf: RateOf = ({ currency: from }) => {
    const rate = exchange.rate(from);
    if (rate === null) throw new MissingRate(noRate(from, currency, today));
    return rate;
  };

  const lineOf = (line: CostLine, project: string, pool: FreePool | undefined): CostLine => {
    if (line.price === null) return line;
    if (!isKnown(line)) return line;
    const found = rulesOf(line.ownPrice ?? line.price);
    const taken = pool?.take(line, project);
    if (found.problem !== undefined) return { ...unknownCost(line, found.problem), quantity: line.quantity };
    try {
      return adjustLine(line, found, rateOf, taken);
    } catch (error) {
      if (error instanceof MissingRate)
        return { ...unknownCost(line, error.message), quantity: line.quantity };
      throw error;
    }
  };
  const known = new WeakMap<ResourceCost, ResourceCost>();
  const knownLines = new WeakMap<readonly CostLine[], readonly CostLine[]>();
  const isShared = ({ lines }: ResourceCost): boolean =>
    free === undefined || !lines.some(({ price }) => price !== null && free.has(price));
  const linesOf = (cost: ResourceCost): readonly CostLine[] => {
    let lines = knownLines.get(cost.lines);
    if (lines === undefined) {
      lines = unlessSame(
        cost.lines,
        cost.lines.map((line) => lineOf(line, cost.project, undefined)),
      );
      knownLines.set(cost.lines, lines);
    }
    return lines;
  };
  const costOf = (cost: ResourceCost, pool: FreePool | undefined): ResourceCost => {
    if (cost.lines.length === 0) return cost;
    const lines = isShared(cost) ? linesOf(cost) : cost.lines.map((line) => lineOf(line, cost.project, pool));
    return lines === cost.lines ? cost : withLines(cost, lines);
  };

  return {
    book: own.book,
    apply(costs) {
      const pool = free?.pool();
      const applied = new Map<string, ResourceCost>();
      // Allowances are taken in the order of projects and addresses, whatever the order of the sources.
      const waiting = [...costs].filter(([, cost]) => !isShared(cost)).sort(([a], [b]) => byCodePoint(a, b));
      for (const [key, cost] of waiting) applied.set(key, costOf(cost, pool));
      return new Map(
        [...costs].map(([key, cost]) => {
          const done = applied.get(key) ?? known.get(cost) ?? costOf(cost, undefined);
          if (!applied.has(key)) known.set(cost, done);
          return [key, done];
        }),
      );
    },
    summary: (base, head) =>
      summaryOf({ discounts, prices, commitments }, { base, head, today, freeTier, exchange }),
    diagnostics: () => [
      ...exchange.problems(),
      ...own.problems(),
      ...[discounts, prices, commitments].flatMap((list) => expired(list, today)),
    ],
  };
}

/** Ends the adjustment of a line that cannot be converted. Never leaves this file: the line is unknown, with this reason. */
class MissingRate extends Error {
  override readonly name = 'MissingRate';
}

function isKnown(line: CostLine): line is KnownLine {
  return line.quantity !== null && line.price !== null && line.monthly !== null;
}

function unlessSame(before: readonly CostLine[], after: readonly CostLine[]): readonly CostLine[] {
  return after.every((line, index) => line === before[index]) ? before : after;
}
