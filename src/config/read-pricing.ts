import { decimal, ZERO } from '../lib/decimal.ts';
import type { DocumentNode } from '../model/node.ts';
import type {
  Commitment,
  Discount,
  ExchangeRate,
  FreeTier,
  OwnPrice,
  PriceScope,
  PricingConfig,
  PricingEntry,
} from '../model/pricing.ts';
import { rangeOf } from '../model/source.ts';
import { given } from './read-projects.ts';
import { amountAt, itemsOf, nodeAt, textOf } from './yaml/access.ts';

/** The `pricing` section of a valid document. Own prices are in `currency` where they name no other. */
export function readPricing(node: DocumentNode | undefined, currency: string): PricingConfig | undefined {
  if (node === undefined) return undefined;
  return {
    exchangeRates: itemsOf(nodeAt(node, 'exchange_rates')).map(readRate),
    discounts: itemsOf(nodeAt(node, 'discounts')).map(readDiscount),
    prices: itemsOf(nodeAt(node, 'prices')).map((price) => readPrice(price, currency)),
    commitments: itemsOf(nodeAt(node, 'commitments')).map(readCommitment),
    freeTier: (textOf(nodeAt(node, 'free_tier')) ?? 'off') as FreeTier,
  };
}

/** The name of an own price: its id, or what it is the price of. */
export function nameOfPrice(node: DocumentNode): string {
  const id = textOf(nodeAt(node, 'id'));
  if (id !== undefined) return id;
  const names = ['service', 'region', 'key', 'sku'].flatMap((name) => textOf(nodeAt(node, name)) ?? []);
  return names.join(' ');
}

function readRate(node: DocumentNode): ExchangeRate {
  return {
    from: textOf(nodeAt(node, 'from')) ?? '',
    to: textOf(nodeAt(node, 'to')) ?? '',
    rate: amountAt(node, 'rate') ?? ZERO,
    date: textOf(nodeAt(node, 'date')) ?? '',
    source: textOf(nodeAt(node, 'source')) ?? '',
    place: rangeOf(node.span),
  };
}

function readEntry(node: DocumentNode): PricingEntry {
  return {
    id: nameOfPrice(node),
    scope: readScope(node),
    ...given('from', textOf(nodeAt(node, 'from'))),
    ...given('until', textOf(nodeAt(node, 'until'))),
    source: rangeOf(node.span),
  };
}

function readScope(node: DocumentNode): PriceScope {
  return {
    ...given('provider', textOf(nodeAt(node, 'provider'))),
    ...given('service', textOf(nodeAt(node, 'service'))),
    ...given('region', textOf(nodeAt(node, 'region'))),
    ...given('key', textOf(nodeAt(node, 'key'))),
    ...given('sku', textOf(nodeAt(node, 'sku'))),
  };
}

function readDiscount(node: DocumentNode): Discount {
  return {
    ...readEntry(node),
    percent: amountAt(node, 'percent') ?? ZERO,
    onCommitments: textOf(nodeAt(node, 'on_commitments'))?.toLowerCase() === 'true',
  };
}

function readPrice(node: DocumentNode, currency: string): OwnPrice {
  const tiers = itemsOf(nodeAt(node, 'tiers'));
  return {
    ...readEntry(node),
    unit: textOf(nodeAt(node, 'unit')) ?? '',
    currency: textOf(nodeAt(node, 'currency')) ?? currency,
    tiers:
      tiers.length === 0
        ? [{ from: ZERO, price: amountAt(node, 'price') ?? ZERO }]
        : tiers.map((tier) => ({
            from: amountAt(tier, 'from') ?? ZERO,
            price: decimal(textOf(nodeAt(tier, 'price')) ?? ''),
          })),
  };
}

function readCommitment(node: DocumentNode): Commitment {
  return {
    ...readEntry(node),
    kind: textOf(nodeAt(node, 'kind')) as Commitment['kind'],
    share: amountAt(node, 'share') ?? ZERO,
    percent: amountAt(node, 'percent'),
    term: textOf(nodeAt(node, 'term')) ?? '1y',
    class: textOf(nodeAt(node, 'class')) ?? 'standard',
    payment: textOf(nodeAt(node, 'payment')) ?? 'no_upfront',
  };
}
