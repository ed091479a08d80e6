import { UserError } from '../../../lib/errors.ts';
import { sourceColumns, type ColumnNames } from './columns.ts';
import { dialects, type Dialect, type DialectName } from './dialect.ts';
import { countedRows, windowRows } from './unique.ts';
import type { QueryPlan } from './plan.ts';
import { resultRows } from './result.ts';

export interface QueryOptions extends QueryPlan {
  /** Of the events; with dots, as in `analytics.usage_events`. */
  readonly table: string;
  /** Half-open, epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly columns: ColumnNames;
}

const SECONDS = { day: 86_400, hour: 3600, minute: 60 } as const;

/**
 * SQL that brings the events of a table together to a usage file: one row a customer, SKU and day, hour or minute and, where
 * events have amounts, distinct amount. What is negative, without a number or possibly late stays apart, so that the reader still
 * finds it. Of events with one id the one that was received first counts. Same options, same bytes. UserError where unique values
 * are billed and no column has them.
 */
export function usageQuery(dialect: DialectName, options: QueryOptions): string {
  const sql = dialects[dialect];
  const unique = options.meters.filter(({ aggregate }) => aggregate === 'unique');
  const [first] = unique;
  if (first !== undefined && options.columns.x_UniqueValue === undefined)
    throw new UserError(`${first.key} counts unique values, and no column is named that has them.`, {
      hint: 'Name the column of x_UniqueValue.',
    });
  const parts = [
    part('source', sourceRows(sql, options)),
    part('events', eventRows(sql, options)),
    part('totals', totalRows(sql, options)),
    ...(first === undefined
      ? []
      : [part('windows', windowRows(sql, unique)), part('counts', countedRows(sql))]),
  ];
  const results = [resultRows(sql, 'totals'), ...(first === undefined ? [] : [resultRows(sql, 'counts')])];
  return `${heading(options)}WITH ${parts.join(',\n')}\n${results.join('UNION ALL\n')}ORDER BY 1, 2, 3, 4, 5, 6, 7, 8\n`;
}

/** A line ends with a line feed and nothing else: texts have no such line, and may have other ends of lines. */
const part = (name: string, rows: string): string =>
  `${name} AS (\n${rows.replaceAll(/(?<=^|\n)(?=[^\n])/g, '  ')})`;

function heading({ from, to, granularity }: QueryOptions): string {
  const shown = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
  return `-- Usage from ${shown(from)} to ${shown(to)}: one row a customer, SKU and ${granularity}.
-- Save the result as CSV with its header. Columns of instants must be in UTC.
`;
}

/** The columns under one name and type each. */
function sourceRows(sql: Dialect, { table, from, to, columns }: QueryOptions): string {
  const listed = sourceColumns(columns).map(({ alias, type, name }) => {
    const value = `CAST(${name === null ? 'NULL' : sql.name(name)} AS ${sql.types[type]})`;
    return `  ${type === 'text' && name !== null ? `NULLIF(${value}, '')` : value} AS ${alias}`;
  });
  const started = `CAST(${sql.name(columns.ChargePeriodStart ?? 'ChargePeriodStart')} AS ${sql.types.instant})`;
  return `SELECT
${listed.join(',\n')}
FROM ${table
    .split('.')
    .map((part) => sql.name(part))
    .join('.')}
WHERE ${started} >= ${sql.instant(from)}
  AND ${started} < ${sql.instant(to)}
`;
}

/** Each event once, with what decides where it belongs. */
function eventRows(sql: Dialect, { granularity, inTime, meters }: QueryOptions): string {
  const keys = (aggregate: string): string =>
    meters.flatMap((meter) => (meter.aggregate === aggregate ? [sql.text(meter.key)] : [])).join(', ');
  const cases = ['max', 'last', 'unique']
    .filter((aggregate) => keys(aggregate) !== '')
    .map((aggregate) => `WHEN COALESCE(sku, meter) IN (${keys(aggregate)}) THEN '${aggregate}' `);
  const aggregatedBy = cases.length === 0 ? `'sum'` : `CASE ${cases.join('')}ELSE 'sum' END`;
  return `SELECT
  numbered.*,
  COALESCE(sku, meter) AS item,
  ${aggregatedBy} AS aggregated_by,
  ${sql.truncate(granularity, 'started')} AS part,
  CASE WHEN quantity IS NULL THEN 'unknown' WHEN quantity < 0 THEN 'negative' ELSE 'good' END AS quality,
  CASE WHEN received > ${sql.later('started', Math.floor(inTime / 1000))} THEN received END AS received_late
FROM (
  SELECT source.*, ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY received, started) AS copy_number
  FROM source
) numbered
WHERE event_id IS NULL OR copy_number = 1
`;
}

/** Sums, greatest and last values of each part of time. A last value has the instant that it was counted at. */
function totalRows(sql: Dialect, { granularity }: QueryOptions): string {
  const amount = `CASE WHEN aggregated_by = 'sum' THEN event_amount END`;
  const groups = `customer_type, customer, sku, meter, unit, aggregated_by, part, currency, jurisdiction, pool, quality, received_late`;
  return `SELECT
  ${groups},
  ${amount} AS amount,
  CASE WHEN aggregated_by = 'last' THEN MAX(started) ELSE part END AS began,
  ${sql.later('part', SECONDS[granularity])} AS ended,
  CASE aggregated_by WHEN 'max' THEN MAX(quantity) WHEN 'last' THEN MAX_BY(quantity, started) ELSE SUM(quantity) END AS quantity,
  SUM(COALESCE(event_count, 1)) AS event_count,
  CASE WHEN COUNT(cost) = COUNT(*) THEN SUM(cost) END AS cost
FROM events
WHERE aggregated_by <> 'unique'
GROUP BY ${groups}, ${amount}
`;
}
