import { byCodePoint } from '../../../lib/order.ts';
import type { UsageCell } from '../../../model/billing/usage.ts';
import { type CellStore, LazyCell } from './lazy-cell.ts';

/** All cells by customer, type, key, metering and begin. */
export function sortedCells(store: CellStore): readonly UsageCell[] {
  const { table } = store.cells;
  const [series, places] = [seriesRanks(store), placeRanks(store)];
  const order = Uint32Array.from({ length: table.size }, (_, cell) => cell);
  order.sort(
    (a, b) =>
      (series[table.first(a)] ?? 0) - (series[table.first(b)] ?? 0) ||
      (places[table.second(a)] ?? 0) - (places[table.second(b)] ?? 0),
  );
  return Array.from(order, (cell) => new LazyCell(store, cell));
}

/** The place of each series in the order of its texts. Texts are compared once, and then numbers. */
function seriesRanks({ series }: CellStore): Uint32Array {
  const names = ranks(series.names.length, (a, b) =>
    byCodePoint(series.names[a] ?? '', series.names[b] ?? ''),
  );
  const [customers, types, keys] = [0, 1, 2].map((part) =>
    Uint32Array.from({ length: series.size }, (_, one) => names[series.nameNumbers(one)[part] ?? 0] ?? 0),
  ) as [Uint32Array, Uint32Array, Uint32Array];
  const by = (rank: Uint32Array, a: number, b: number) => (rank[a] ?? 0) - (rank[b] ?? 0);
  return ranks(series.size, (a, b) => by(customers, a, b) || by(types, a, b) || by(keys, a, b));
}

/** The place of each metering's stretch of time: by aggregate, window, what else the metering says, and begin. */
function placeRanks({ cells: { places }, runs }: CellStore): Uint32Array {
  const names = runs.map(({ metering }) =>
    JSON.stringify([metering.aggregate, metering.window, JSON.stringify(metering)]),
  );
  const begin = (place: number) => runs[places.first(place)]?.cellSpan(places.second(place)).from ?? 0;
  return ranks(
    places.size,
    (a, b) => byCodePoint(names[places.first(a)] ?? '', names[places.first(b)] ?? '') || begin(a) - begin(b),
  );
}

/** The place of each number in an order of them. */
function ranks(size: number, compare: (a: number, b: number) => number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, index) => index).sort(compare);
  const places = new Uint32Array(size);
  order.forEach((one, place) => {
    places[one] = place;
  });
  return places;
}
