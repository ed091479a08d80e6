import { byCodePoint } from '../../../lib/order.ts';
import type { UsageCell } from '../../../model/billing/usage.ts';
import { type CellStore, LazyCell, runOf } from './lazy-cell.ts';

/** All cells by customer, type, key, metering and begin. */
export function sortedCells(store: CellStore): readonly UsageCell[] {
  const { cells, runs } = store;
  const series = ranks(seriesNames(store));
  const meterings = ranks(
    runs.map(({ metering }) => [metering.aggregate, metering.window, JSON.stringify(metering)]),
  );
  const begin = (cell: number) =>
    runOf(store, cell).cellSpan(cells.places.second(cells.table.second(cell))).from;
  const order = Uint32Array.from({ length: cells.table.size }, (_, cell) => cell);
  order.sort(
    (a, b) =>
      (series[cells.table.first(a)] ?? 0) - (series[cells.table.first(b)] ?? 0) ||
      (meterings[runOf(store, a).number] ?? 0) - (meterings[runOf(store, b).number] ?? 0) ||
      begin(a) - begin(b),
  );
  return Array.from(order, (cell) => new LazyCell(store, cell));
}

function seriesNames({ series }: CellStore): (readonly string[])[] {
  return Array.from({ length: series.size }, (_, one) => [
    series.customer(one),
    series.type(one) ?? '',
    series.key(one),
  ]);
}

/** The place of each list of names in their order. */
function ranks(names: readonly (readonly string[])[]): Uint32Array {
  const order = Uint32Array.from(names, (_, index) => index);
  order.sort((a, b) => compare(names[a] ?? [], names[b] ?? []));
  const places = new Uint32Array(names.length);
  order.forEach((one, place) => {
    places[one] = place;
  });
  return places;
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length; index++) {
    const order = byCodePoint(a[index] ?? '', b[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
