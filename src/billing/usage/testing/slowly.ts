import { decimal, sum, type Decimal, ZERO } from '../../../lib/decimal.ts';
import type { Metering } from '../../../model/billing/usage.ts';
import { periodAt, windowAt } from '../../time/periods.ts';

/** A row of usage as texts; the other columns are empty. */
export interface TextRow {
  readonly customer: string;
  readonly key: string;
  /** An instant. */
  readonly start: string;
  readonly quantity: string;
  readonly unique: string;
  readonly amount: string;
  readonly count: string;
  readonly cost: string;
}

/** What the cells of usage must say, found in the simplest way: row by row, with decimals and maps. Without what rows are rejected for. */
export function aggregateSlowly(
  rows: readonly TextRow[],
  meterings: Readonly<Record<string, Metering>>,
): readonly Record<string, string | null>[] {
  const cells = new Map<string, TextRow[]>();
  for (const row of rows) {
    const { cadence, timezone, cuts } = meterings[row.key] ?? fail(row.key);
    const at = Date.parse(row.start);
    const from = Math.max(periodAt(cadence, timezone, at).from, ...cuts.filter((cut) => cut <= at));
    const name = JSON.stringify([row.customer, row.key, from]);
    cells.set(name, [...(cells.get(name) ?? []), row]);
  }
  return [...cells].map(([name, all]) => cellOf(name, all, meterings[all[0]?.key ?? ''] ?? fail(name)));
}

function cellOf(name: string, rows: readonly TextRow[], metering: Metering): Record<string, string | null> {
  const windows = new Map<number, TextRow[]>();
  for (const row of rows) {
    const at = Date.parse(row.start);
    const { from } = windowAt(metering.window, metering.cadence, metering.timezone, at);
    windows.set(from, [...(windows.get(from) ?? []), row]);
  }
  const events = (row: TextRow) => decimal(row.count === '' ? '1' : row.count);
  const withAmount = rows.filter(({ amount }) => amount !== '');
  const withCost = rows.filter(({ cost }) => cost !== '');
  const total = (values: readonly Decimal[]) => (values.length < rows.length ? null : sum(values).toFixed());
  return {
    name,
    quantity: sum([...windows.values()].map((each) => quantityOf(each, metering))).toFixed(),
    rows: String(rows.length),
    events: sum(rows.map(events)).toFixed(),
    amount: total(withAmount.map((row) => decimal(row.amount).times(events(row)))),
    cost: total(withCost.map(({ cost }) => decimal(cost))),
  };
}

function quantityOf(rows: readonly TextRow[], { aggregate }: Metering): Decimal {
  const quantities = rows.map(({ quantity }) => decimal(quantity));
  switch (aggregate) {
    case 'sum':
    case 'none':
      return sum(quantities);
    case 'max':
      return quantities.reduce((most, each) => (each.gt(most) ? each : most), ZERO);
    case 'unique':
      return decimal(new Set(rows.map(({ unique }) => unique)).size);
    case 'last': {
      const latest = Math.max(...rows.map(({ start }) => Date.parse(start)));
      return quantities[rows.findLastIndex(({ start }) => Date.parse(start) === latest)] ?? ZERO;
    }
  }
}

function fail(name: string): never {
  throw new Error(`No metering for ${name}.`);
}
