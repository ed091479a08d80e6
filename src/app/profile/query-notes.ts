import type { Sku } from '../../model/billing/terms.ts';
import { instantText } from '../../billing/invoice/instant-text.ts';
import { periodAt, type Period } from '../../billing/time/periods.ts';
import type { ColumnNames } from '../../billing/usage/query/columns.ts';
import type { KeyedMetering } from '../../billing/usage/query/plan.ts';

/** So many ids are named in a sentence. */
const MOST_NAMED = 3;

/** Of the bounds of a query those that begin no billing period of the profiles, one sentence for each cadence and time zone. */
export function boundNotes(meterings: readonly KeyedMetering[], { from, to }: Period): string[] {
  const sequences = new Map(
    meterings.map(({ metering: { cadence, timezone } }) => [`${cadence} ${timezone}`, { cadence, timezone }]),
  );
  return [...sequences.values()].flatMap(({ cadence, timezone }) =>
    [from, to]
      .filter((at) => periodAt(cadence, timezone, at).from !== at)
      .map((at) => {
        const period = periodAt(cadence, timezone, at);
        return `${instantText(at)} begins no ${cadence} billing period in ${timezone}: that from ${instantText(period.from)} to ${instantText(period.to)} is covered in part.`;
      }),
  );
}

/** Columns that name what is billed, and that the query does not read: rows with nothing else to name it come out malformed. */
export function columnNotes(skus: readonly Sku[], columns: ColumnNames): string[] {
  const meters = named(skus.flatMap(({ meter }) => meter.name ?? []));
  const others = named(skus.flatMap(({ id, meter }) => (meter.name === null ? id : [])));
  const both = 'Name both columns where the table has them: --column SkuId --column x_Meter.';
  return [
    ...(meters !== null && columns.x_Meter === undefined
      ? [
          `Profiles bill by meters (${meters}), and x_Meter is not read: rows that name a meter alone come out without either. ${both}`,
        ]
      : []),
    ...(others !== null && columns.x_Meter !== undefined && columns.SkuId === undefined
      ? [
          `Profiles bill by SkuId (${others}), and it is not read: rows that name an SKU alone come out without either. ${both}`,
        ]
      : []),
  ];
}

function named(ids: readonly string[]): string | null {
  const all = [...new Set(ids)];
  if (all.length === 0) return null;
  return all.slice(0, MOST_NAMED).join(', ') + (all.length > MOST_NAMED ? ', …' : '');
}
