import type { Dialect } from './dialect.ts';
import type { QueryMeter } from './plan.ts';

/** The windows that unique values are counted in, one row each. */
export function windowRows(sql: Dialect, meters: readonly QueryMeter[]): string {
  const rows = meters.flatMap(({ key, windows }) =>
    windows.map(({ from, to, deadline }) => [
      sql.text(key),
      ...[from, to, deadline].map((at) => sql.instant(at)),
    ]),
  );
  const names = ['item', 'began', 'ended', 'deadline'];
  const selects = rows.map(
    (row) => `SELECT ${row.map((value, at) => `${value} AS ${names[at] ?? ''}`).join(', ')}\n`,
  );
  return selects.join('UNION ALL\n');
}

/** How many unique values there are in each window; what came too late is a row of its own. */
export function countedRows(sql: Dialect): string {
  const quality = `CASE WHEN events.unique_value IS NULL THEN 'unknown' ELSE events.quality END`;
  const late = `CASE WHEN events.received > windows.deadline THEN events.received END`;
  const groups = `events.customer_type, events.customer, events.sku, events.meter, events.unit`;
  const none = (type: keyof Dialect['types']): string => `CAST(NULL AS ${sql.types[type]})`;
  const count = `CAST(COUNT(DISTINCT events.unique_value) AS ${sql.types.decimal})`;
  return `SELECT
  ${groups},
  'unique' AS aggregated_by,
  ${none('text')} AS currency,
  MIN(events.jurisdiction) AS jurisdiction,
  ${none('text')} AS pool,
  ${late} AS received_late,
  ${none('decimal')} AS amount,
  windows.began AS began,
  windows.ended AS ended,
  CASE ${quality} WHEN 'good' THEN ${count} WHEN 'negative' THEN MIN(events.quantity) END AS quantity,
  SUM(COALESCE(events.event_count, 1)) AS event_count,
  CASE WHEN COUNT(events.cost) = COUNT(*) THEN SUM(events.cost) END AS cost
FROM events
JOIN windows ON events.item = windows.item AND events.started >= windows.began AND events.started < windows.ended
WHERE events.aggregated_by = 'unique'
GROUP BY ${groups}, windows.began, windows.ended, ${quality}, ${late}
`;
}
