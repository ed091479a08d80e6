import { currencyCodes, minorDigits } from '../lib/currency.ts';
import { nearest } from '../lib/nearest.ts';
import { byCodePoint } from '../lib/order.ts';
import { decimal } from '../lib/decimal.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentNode } from '../model/node.ts';
import { rangeOf, type SourceSpan } from '../model/source.ts';
import { nameOfPrice } from './read-pricing.ts';
import { entryOf, itemsOf, nodeAt, textOf } from './yaml/access.ts';
import { quoted } from './yaml/wording.ts';

/** Currency of the price book. */
const BOOK_CURRENCY = 'USD';

/**
 * What a schema cannot say of `pricing`: a currency that nobody gives a rate for, prices without a price, tiers out of order,
 * days that end before they begin, and two entries of one list that hold for the same on the same day.
 */
export function crossCheckPricing(root: DocumentNode, { currency }: Config): Diagnostic[] {
  const pricing = nodeAt(root, 'pricing');
  const rates = itemsOf(nodeAt(pricing, 'exchange_rates'));
  const prices = itemsOf(nodeAt(pricing, 'prices'));
  const lists = [itemsOf(nodeAt(pricing, 'discounts')), itemsOf(nodeAt(pricing, 'commitments')), prices];
  const others = prices.flatMap((price) => entryOf(price, 'currency') ?? []);
  return [
    ...withoutRate(entryOf(root, 'currency')?.value, BOOK_CURRENCY, currency, rates),
    ...others.flatMap(({ value }) => withoutRate(value, textOf(value) ?? '', currency, rates)),
    ...rates.flatMap((rate) => [nodeAt(rate, 'from'), nodeAt(rate, 'to')].flatMap(unknownCurrency)),
    ...twice(rates, rateName, () => false),
    ...prices.flatMap(priceProblems),
    ...lists.flatMap((list) => list.flatMap(backwards)),
    ...lists.flatMap((list, index) => twice(list, index === 2 ? scopeName : idName, areApart)),
    ...twice(lists[0] ?? [], scopeName, areApart),
  ];
}

function withoutRate(
  node: DocumentNode | undefined,
  from: string,
  to: string,
  rates: readonly DocumentNode[],
): Diagnostic[] {
  if (node === undefined || from === to) return [];
  const isThere = (rate: DocumentNode): boolean =>
    textOf(nodeAt(rate, 'from')) === from && textOf(nodeAt(rate, 'to')) === to;
  if (rates.some(isThere)) return [];
  const message = `There is no exchange rate from ${from} to ${to}, so amounts in ${from} cannot be shown in ${to}.`;
  const hint = `Add one with its date to "pricing.exchange_rates", or write amounts in ${from}.`;
  return [error('exchange-rate-missing', node.span, message, hint)];
}

function unknownCurrency(node: DocumentNode | undefined): Diagnostic[] {
  const code = textOf(node);
  if (node === undefined || code === undefined || minorDigits(code) !== undefined) return [];
  const guess = nearest(code, [...currencyCodes()]);
  const hint =
    guess === undefined ? 'Take a code of ISO 4217, such as EUR.' : `Did you mean ${quoted(guess)}?`;
  return [error('unknown-currency', node.span, `${quoted(code)} is no currency of ISO 4217.`, hint)];
}

function priceProblems(node: DocumentNode): Diagnostic[] {
  const has = (name: string): boolean => nodeAt(node, name) !== undefined;
  const key = nodeAt(node, 'key');
  const tiers = itemsOf(nodeAt(node, 'tiers')).map((tier) => decimal(textOf(nodeAt(tier, 'from')) ?? '0'));
  const isOrdered = tiers.every((from, index) =>
    index === 0 ? from.eq('0') : from.gt(tiers[index - 1] ?? from),
  );
  const at = (span: SourceSpan, message: string, hint: string): Diagnostic =>
    error('own-price', span, message, hint);
  return [
    ...(has('price') === has('tiers')
      ? [at(node.span, 'An own price has either "price" or "tiers".', 'Write one of the two.')]
      : []),
    ...(has('key') === has('sku')
      ? [at(node.span, 'An own price has either "key" or "sku".', 'Say which price of the book it replaces.')]
      : []),
    ...(key !== undefined && textOf(key)?.includes('*') === true
      ? [at(key.span, 'The "key" of an own price cannot have a *.', 'Write one entry for each price.')]
      : []),
    ...(isOrdered
      ? []
      : [at(node.span, 'The tiers of an own price begin at 0 and rise.', 'Sort them by "from".')]),
  ];
}

function backwards(node: DocumentNode): Diagnostic[] {
  const until = entryOf(node, 'until')?.value;
  const [from, last] = daysOf(node);
  if (until === undefined || byCodePoint(from, last) <= 0) return [];
  const message = `"until" is before "from", so it never holds.`;
  return [error('never-in-force', until.span, message, 'Write the last day on which it holds.')];
}

/** Nodes that have a name that one before has, unless the two are told apart otherwise. */
function twice(
  nodes: readonly DocumentNode[],
  nameOf: (node: DocumentNode) => string,
  isApart: (a: DocumentNode, b: DocumentNode) => boolean,
): Diagnostic[] {
  const groups = new Map<string, DocumentNode[]>();
  return nodes.flatMap((node) => {
    const name = nameOf(node);
    const before = groups.get(name) ?? [];
    groups.set(name, [...before, node]);
    if (before.every((other) => isApart(other, node))) return [];
    const message = `Another entry before holds for the same (${name.slice(0, 100)}), at the same time.`;
    return [error('duplicate-id', node.span, message, 'Keep one, or let one end before the other begins.')];
  });
}

function rateName(node: DocumentNode): string {
  return ['from', 'to', 'date'].map((name) => textOf(nodeAt(node, name)) ?? '').join(' ');
}

function idName(node: DocumentNode): string {
  return nameOfPrice(node);
}

function scopeName(node: DocumentNode): string {
  const names = ['provider', 'service', 'region', 'key', 'sku'];
  const parts = names.flatMap((name) => {
    const text = textOf(nodeAt(node, name));
    return text === undefined ? [] : [`${name} ${text}`];
  });
  return parts.length === 0 ? 'everything' : parts.join(', ');
}

/** Whether there is no day on which both hold. */
function areApart(a: DocumentNode, b: DocumentNode): boolean {
  const [[fromA, untilA], [fromB, untilB]] = [daysOf(a), daysOf(b)];
  return byCodePoint(untilA, fromB) < 0 || byCodePoint(untilB, fromA) < 0;
}

function daysOf(node: DocumentNode): readonly [string, string] {
  return [textOf(nodeAt(node, 'from')) ?? '', textOf(nodeAt(node, 'until')) ?? '9999-12-31'];
}

function error(code: string, span: SourceSpan, message: string, hint: string): Diagnostic {
  return { severity: 'error', code, message, source: rangeOf(span), hint };
}
