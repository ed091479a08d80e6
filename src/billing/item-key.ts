import { decimal } from '../lib/decimal.ts';
import type { DocumentNode } from '../model/node.ts';
import { entriesOf, nodeAt, textOf } from '../config/yaml/access.ts';
import { compactText } from './compact.ts';

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * What tells an item of a list apart from its neighbours: its id or upper bound, never its place, so
 * that an item put in between changes nothing else. `name` is the key of the list. An item without
 * such a key is told apart by its whole content.
 */
export function itemKey(name: string, item: DocumentNode): string {
  if (item.kind === 'scalar') return item.text;
  if (name === 'tiers') return tierKey(item);
  if (name === 'bindings') return joined(item, ['type', 'id', 'from']);
  if (name === 'rows') return joined(item, ['jurisdiction', 'category', 'from', 'to', 'date']);
  if (name === 'tests') return joined(item, ['name', 'sku', 'quantity']) || compactText(item);
  return (
    textOf(nodeAt(item, 'id')) ??
    textOf(nodeAt(item, 'party')) ??
    textOf(nodeAt(item, 'to')) ??
    compactText(item)
  );
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

function joined(item: DocumentNode, keys: readonly string[]): string {
  return keys.flatMap((key) => textOf(nodeAt(item, key)) ?? []).join(' ');
}
