import type { Cell } from '../../matrix.ts';
import type { FreshColumn } from './column.ts';

/** A SKU that stands under one key in the book, and under another by the rules. */
export interface MovedSku {
  readonly sku: string;
  readonly known: readonly string[];
  readonly given: readonly string[];
}

/**
 * SKUs of the lists that the book knows by other keys in this region, and by none of those that the rules give: a SKU never comes
 * to mean something else, so the book or a rule is wrong.
 */
export function movedSkus(before: ReadonlyMap<string, Cell>, { prices }: FreshColumn): MovedSku[] {
  const given = keysOf([...prices].map(([key, { cell }]) => [key, cell]));
  const known = keysOf([...before].filter(([, { sku }]) => given.has(sku)));
  return [...known].flatMap(([sku, keys]): MovedSku[] => {
    const now = given.get(sku) ?? [];
    return keys.some((key) => now.includes(key)) ? [] : [{ sku, known: keys, given: now }];
  });
}

/** The column without the keys that such SKUs stand under: they keep the prices that they have. */
export function withoutMoved(fresh: FreshColumn, moved: readonly MovedSku[]): FreshColumn {
  const doubtful = new Set(moved.flatMap(({ known, given }) => [...known, ...given]));
  return {
    ...fresh,
    prices: new Map([...fresh.prices].filter(([key]) => !doubtful.has(key))),
    conflicts: new Set([...fresh.conflicts, ...doubtful]),
  };
}

function keysOf(cells: readonly (readonly [string, Cell])[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const [key, { sku }] of cells) {
    const found = keys.get(sku);
    if (found !== undefined) found.push(key);
    else if (sku !== '') keys.set(sku, [key]);
  }
  return keys;
}
