import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PricingConfig } from '../../model/pricing.ts';
import type { PriceBook } from '../../pricing/book.ts';
import type { CostsByResource } from '../estimate-all.ts';
import { accountNames } from './accounts.ts';
import { coversNothing } from './commitment-problems.ts';
import { openAllowances } from './allowances.ts';
import { openExchange } from './exchange.ts';
import { expired } from './expired.ts';
import { freeTerms } from './free-tier.ts';
import { inForce } from './in-force.ts';
import { lineAdjuster } from './line-adjuster.ts';
import { withOwnPrices } from './own-book.ts';
import { sideAdjuster } from './side-adjuster.ts';
import { strangers } from './strangers.ts';
import { type Summary, summaryOf } from './summary.ts';

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
  const { exchangeRates, discounts, prices, commitments, freeTier } = pricing ?? NO_PRICING;
  const ownPrices = inForce(prices, today);
  const own = withOwnPrices(book, ownPrices);
  const exchange = openExchange(exchangeRates, currency, today);
  const free =
    freeTier === 'off' ? undefined : freeTerms(openAllowances(), accountNames(config, freeTier === 'shared'));
  const now = { discounts: inForce(discounts, today), commitments: inForce(commitments, today) };
  const lines = lineAdjuster(book, now, exchange, today);
  return {
    book: own.book,
    apply: sideAdjuster(lines.adjust, free),
    summary: (base, head) =>
      summaryOf({ discounts, prices, commitments }, { base, head, today, freeTier, exchange }),
    diagnostics: () => [
      ...exchange.problems(),
      ...own.problems(),
      ...lines.problems(),
      ...strangers(book, {
        ...{ ...now, prices: ownPrices },
        unusedPrices: ownPrices.filter((price) => !own.isUsed(price)),
      }),
      ...coversNothing(now.commitments),
      ...[discounts, prices, commitments].flatMap((list) => expired(list, today)),
    ],
  };
}

const NO_PRICING: PricingConfig = {
  ...{ exchangeRates: [], discounts: [], prices: [], commitments: [] },
  freeTier: 'off',
};
