import { byCodePoint } from '../../lib/order.ts';
import type { Sku, Terms } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { cellsFor } from './cell-index.ts';
import type { Replay, TermsPair } from './replay.ts';
import type { LineSides, Side } from './tally.ts';

/** So many ids and meters are named. */
const MOST_KEYS = 20;

/** The SKUs of some terms whose usage other terms have no price for: none of theirs takes it, or only in another unit. */
export function unpricedSkus(terms: Terms, other: Terms): readonly Sku[] {
  const taken = new Set(other.skus.flatMap((sku) => keysOf(sku).map((key) => `${sku.unit} ${key}`)));
  return terms.skus.filter((sku) => keysOf(sku).every((key) => !taken.has(`${sku.unit} ${key}`)));
}

/** Lines with the cost of what one side has no price for: it is used all the same, and costs what it costs on the other side. */
export function withUnpricedCosts(
  lines: readonly LineSides[],
  base: Terms | null,
  head: Terms | null,
): readonly LineSides[] {
  if (base === null || head === null || base === head) return lines;
  const ids = (skus: readonly Sku[]) => new Set(skus.map(({ id }) => id));
  const [gone, added] = [ids(unpricedSkus(base, head)), ids(unpricedSkus(head, base))];
  if (gone.size + added.size === 0) return lines;
  return lines.map((line) => {
    if (line.kind !== 'usage') return line;
    return {
      ...line,
      base: added.has(line.id) ? plusCost(line, 'base', 'head') : line.base,
      head: gone.has(line.id) ? plusCost(line, 'head', 'base') : line.head,
    };
  });
}

function plusCost(line: LineSides, to: Side, from: Side): LineSides[Side] {
  const [own, other] = [line[to].cost, line[from].cost];
  return { ...line[to], cost: own === null || other === null ? null : own.plus(other) };
}

/** How many rows base bills and head has no price for, by what they name; one sentence, or none. */
export function unpricedUsage(pairs: readonly TermsPair[], { cells, frames }: Replay): string[] {
  const rows = new Map<string, number>();
  for (const { base, head, customers } of pairs) {
    const units = base === null || head === null ? NO_UNITS : unpricedKeys(base, head);
    if (base === null || units.size === 0) continue;
    for (const customer of customers) {
      const own = cellsFor(cells.of(customer), base).filter(
        (cell) => units.has(cell.key) && (cell.unit ?? units.get(cell.key)) === units.get(cell.key),
      );
      for (const [key, count] of rowsByKey(own.filter((cell) => frames.isCompared(cell))))
        rows.set(key, (rows.get(key) ?? 0) + count);
    }
  }
  if (rows.size === 0) return [];
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  const keys = [...rows.keys()].sort(byCodePoint);
  const more = keys.length > MOST_KEYS ? ` and ${keys.length - MOST_KEYS} more` : '';
  const named = `${keys.slice(0, MOST_KEYS).join(', ')}${more}`;
  return [
    `${total} ${total === 1 ? 'row that base bills has' : 'rows that base bills have'} no price at head: ${named}.`,
  ];
}

/** What rows may name that only base has a price for, with the unit of it: an SKU's id, though its meter is billed under another. */
function unpricedKeys(base: Terms, head: Terms): ReadonlyMap<string, string> {
  const named = ({ skus }: Terms) =>
    skus.flatMap((sku) => keysOf(sku).map((key) => [key, sku.unit] as const));
  const taken = new Set(named(head).map(([key, unit]) => `${unit} ${key}`));
  return new Map(named(base).filter(([key, unit]) => !taken.has(`${unit} ${key}`)));
}

const NO_UNITS: ReadonlyMap<string, string> = new Map();

/** Rows that are metered in several ways are there once for each: they count once. */
function rowsByKey(cells: readonly UsageCell[]): Map<string, number> {
  const byMetering = new Map<string, { key: string; rows: number }>();
  for (const { key, aggregate, window, rows } of cells) {
    const name = JSON.stringify([key, aggregate, window]);
    byMetering.set(name, { key, rows: (byMetering.get(name)?.rows ?? 0) + rows });
  }
  const most = new Map<string, number>();
  for (const { key, rows } of byMetering.values()) most.set(key, Math.max(most.get(key) ?? 0, rows));
  return most;
}

function keysOf({ id, meter }: Sku): readonly string[] {
  return meter.name === null || meter.name === id ? [id] : [id, meter.name];
}
