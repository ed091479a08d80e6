import { byCodePoint } from '../lib/order.ts';
import { allDigits } from '../model/money-text.ts';
import type { Commitment, Discount, OwnPrice, PricingConfig, PricingEntry } from '../model/pricing.ts';

/** What `pricing` says, by the name that a sentence about it begins with. What has one name stands together. */
export function pricingSettings(pricing: PricingConfig | undefined): [string, string][] {
  if (pricing === undefined) return [];
  const all: [string, string][] = [
    ...pricing.exchangeRates.map(({ from, to, rate, date }): [string, string] => [
      `The exchange rate from ${from} to ${to}`,
      `${allDigits(rate)} of ${date}`,
    ]),
    ...pricing.discounts.map((one): [string, string] => [`The discount "${one.id}"`, discountText(one)]),
    ...pricing.prices.map((one): [string, string] => [`The own price "${one.id}"`, priceText(one)]),
    ...pricing.commitments.map((one): [string, string] => [
      `The commitment "${one.id}"`,
      commitmentText(one),
    ]),
    ['The free tier', pricing.freeTier],
  ];
  const texts = new Map<string, string[]>();
  for (const [name, text] of all) texts.set(name, [...(texts.get(name) ?? []), text]);
  return [...texts].map(([name, list]) => [name, list.sort(byCodePoint).join(' and ')]);
}

function discountText(discount: Discount): string {
  const more = discount.onCommitments ? ', also on commitments' : '';
  return `${allDigits(discount.percent)}%${more}${whereAndWhen(discount)}`;
}

function priceText(price: OwnPrice): string {
  const tiers = price.tiers.map((tier) => `${allDigits(tier.price)} from ${allDigits(tier.from)}`);
  const [first] = price.tiers;
  const amount = tiers.length === 1 && first !== undefined ? allDigits(first.price) : tiers.join(', ');
  return `${amount} ${price.currency} per ${price.unit}${whereAndWhen(price)}`;
}

function commitmentText(commitment: Commitment): string {
  const { kind, share, percent, term, payment } = commitment;
  const rate =
    percent === null
      ? `${term}, ${commitment.class}, ${payment.replaceAll('_', ' ')}`
      : `${allDigits(percent)}% off`;
  return `${kind.replaceAll('_', ' ')}, ${allDigits(share)}% covered, ${rate}${whereAndWhen(commitment)}`;
}

function whereAndWhen({ scope, from, until }: PricingEntry): string {
  const { provider, service, region, key, sku } = scope;
  const names = [provider, service, region, key, sku].filter((text) => text !== undefined);
  const where = names.length === 0 ? ' of everything' : ` of ${names.join(' ')}`;
  return [where, from && `, from ${from}`, until && `, until ${until}`].filter(Boolean).join('');
}
