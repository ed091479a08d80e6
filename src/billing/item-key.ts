import { decimal } from '../lib/decimal.ts';
import type { DocumentNode } from '../model/node.ts';
import { entriesOf, nodeAt, textOf } from '../config/yaml/access.ts';
import { compactText } from './compact.ts';

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The fields that tell the items of a list apart; `id` for all others. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  bindings: ['type', 'id', 'from'],
  rows: ['jurisdiction', 'category', 'from'],
  rates: ['from', 'to', 'date'],
  lines: ['binding', 'sku', 'from'],
  tests: ['name', 'sku', 'quantity'],
  shares: ['to'],
  revenueShare: ['party'],
  cohorts: ['from'],
};

/**
 * What tells an item of a list apart from its neighbours: its id or upper bound, never its place, so
 * that an item put in between changes nothing else. `name` is the key of the list. An item without
 * such a key is told apart by its whole content.
 */
export function itemKey(name: string, item: DocumentNode): string {
  if (item.kind === 'scalar') return item.text;
  if (name === 'tiers') return tierKey(item);
  const text = (KEYS[name] ?? ['id']).flatMap((key) => textOf(nodeAt(item, key)) ?? []).join(' ');
  return text === '' ? compactText(item) : text;
}

/** The text of a decimal without trailing zeros, so that `1000` and `1000.0` are one bound. */
export function plainNumber(text: string): string {
  return DECIMAL.test(text) ? decimal(text).toFixed() : text;
}

function tierKey(tier: DocumentNode): string {
  const limits = nodeAt(tier, 'limits');
  if (limits === undefined) return `upTo=${plainNumber(textOf(nodeAt(tier, 'upTo')) ?? 'null')}`;
  const parts = entriesOf(limits).map(({ key, value }) => `${key}=${plainNumber(textOf(value) ?? '')}`);
  return parts.length === 0 ? 'no limits' : parts.sort().join(',');
}
