import type { Numbers } from '../../../lib/bytes/numbers.ts';
import { ranksOf, forEachSorted, inOrder } from '../../../lib/bytes/ranks.ts';
import type { ExactSums } from '../../../lib/exact-sum.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Metering } from '../../../model/billing/usage.ts';
import type { Period } from '../../time/periods.ts';
import type { Cells } from './cells.ts';
import type { MeteringRun } from './metering-run.ts';
import type { Series } from './series.ts';

/** What rows were added to. */
export interface Aggregated {
  readonly cells: Cells;
  readonly series: Series;
  readonly runs: readonly MeteringRun[];
}

/** A stretch of time of one metering. */
export interface Place {
  readonly metering: Metering;
  readonly span: Period;
}

/**
 * All cells by customer, type, key, metering and begin, in columns of their values: what is read together lies together, and the
 * tables by which rows found their cells need not be kept.
 */
export interface CellColumns {
  readonly names: readonly string[];
  /** Numbers of names; so of types and keys. */
  readonly customers: Uint32Array;
  readonly types: Uint32Array;
  readonly keys: Uint32Array;
  readonly stretches: readonly Place[];
  /** Numbers of stretches. */
  readonly places: Uint32Array;
  readonly quantities: ExactSums;
  readonly rows: Numbers;
  readonly moreEvents: ExactSums;
  readonly amounts: ExactSums;
  readonly withAmount: Numbers;
  readonly costs: ExactSums;
  readonly withCost: Numbers;
  /** What few cells have is by their first numbers. */
  readonly numbers: Uint32Array;
  readonly jurisdictions: Cells['jurisdictions'];
  readonly tags: Cells['tags'];
  readonly log: Cells['log'];
}

/** Sorts the cells of all rows that were added; their sums are moved. */
export function cellColumns({ cells, series, runs }: Aggregated): CellColumns {
  const { table } = cells;
  const [owners, order] = [series.inOrder(), placesInOrder(cells, runs)];
  const [owner, place] = [ranksOf(owners), ranksOf(order)];
  const [customers, types, keys, places, numbers] = Array.from(
    { length: 5 },
    () => new Uint32Array(table.size),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  forEachSorted(
    table.size,
    (cell) => ({ first: owner[table.first(cell)] ?? 0, second: place[table.second(cell)] ?? 0 }),
    order.length,
    (first, second, index) => {
      const one = owners[first] ?? 0;
      [customers[index], types[index], keys[index]] = series.nameNumbers(one) as [number, number, number];
      places[index] = second;
      numbers[index] = table.find(one, order[second] ?? 0);
    },
  );
  const { jurisdictions, tags, log } = cells;
  return {
    names: series.names,
    ...{ customers, types, keys, places, numbers, jurisdictions, tags, log },
    stretches: Array.from(order, (number) => stretchOf(number, cells, runs)),
    quantities: cells.quantities.moved(numbers),
    rows: cells.rows.moved(numbers),
    moreEvents: cells.moreEvents.moved(numbers),
    amounts: cells.amounts.moved(numbers),
    withAmount: cells.withAmount.moved(numbers),
    costs: cells.costs.moved(numbers),
    withCost: cells.withCost.moved(numbers),
  };
}

/** Stretches of time by aggregate, window, what else the metering says, and begin. */
function placesInOrder(cells: Cells, runs: readonly MeteringRun[]): Uint32Array {
  const names = runs.map(({ metering }) =>
    JSON.stringify([metering.aggregate, metering.window, JSON.stringify(metering)]),
  );
  const { places } = cells;
  const begin = (place: number) => stretchOf(place, cells, runs).span.from;
  return inOrder(
    places.size,
    (a, b) => byCodePoint(names[places.first(a)] ?? '', names[places.first(b)] ?? '') || begin(a) - begin(b),
  );
}

function stretchOf(place: number, { places }: Cells, runs: readonly MeteringRun[]): Place {
  const run = runs[places.first(place)];
  if (run === undefined) throw new Error(`Stretch ${place} has no metering.`);
  return { metering: run.metering, span: run.cellSpan(places.second(place)) };
}
