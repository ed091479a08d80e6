import { QUERY_COLUMNS, type ColumnNames } from '../../billing/usage/query/columns.ts';
import { periodAt, type Period } from '../../billing/time/periods.ts';
import type { DialectName } from '../../billing/usage/query/dialect.ts';
import { type KeyedMetering, queryPlan } from '../../billing/usage/query/plan.ts';
import { usageQuery } from '../../billing/usage/query/query.ts';
import { isDate, isInstant } from '../../lib/calendar.ts';
import { UserError } from '../../lib/errors.ts';
import type { Environment } from '../../model/billing/terms.ts';
import { instant } from '../check/instant.ts';
import { billingConfig } from './billing-config.ts';
import { boundMeterings } from './bound-meterings.ts';
import { openBilling } from './open-billing.ts';
import { boundNotes, columnNotes } from './query-notes.ts';
import { mustBeSound } from './record-problems.ts';

export interface UsageQueryOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: the work tree as it lies on disk. */
  readonly ref?: string;
  readonly dialect: DialectName;
  readonly table: string;
  /** Half-open; dates in UTC or instants. Default: the month before `now`, in the time zone of the profiles. */
  readonly from?: string;
  readonly to?: string;
  /** `NAME=COLUMN`: how the table calls a column of usage; `NAME` where it has that name. */
  readonly columns: readonly string[];
  /** Default: that of the configuration. */
  readonly environment?: Environment;
  readonly now?: string;
}

export interface UsageQueryText {
  readonly sql: string;
  /** What its result may lack, one sentence each; the SQL begins with them. */
  readonly notes: readonly string[];
}

/**
 * SQL whose result is a usage file that fits the customers of an environment. Throws UserError for an option that is not right, and
 * where no aggregate can stand for single events.
 */
export function usageQueryText(options: UsageQueryOptions): UsageQueryText {
  const { dialect, table } = options;
  if (table.split('.').includes(''))
    throw wrong(`"${table}" is no name of a table.`, 'Write it as analytics.usage_events.');
  const columns = columnNames(options.columns);
  const { tree, catalogue } = openBilling(options.repository, options.ref);
  mustBeSound(catalogue, options);
  const environment = options.environment ?? billingConfig(tree).environment;
  const { from, to } = windowOf(options, (window) => boundMeterings(catalogue, environment, window));
  const meterings = boundMeterings(catalogue, environment, { from, to });
  if (meterings.length === 0)
    throw wrong(
      `No customer is bound to a profile in ${environment} from ${text(from)} to ${text(to)}.`,
      'Bind customers in billing/bindings/, or name another --environment, --from and --to.',
    );
  const sql = usageQuery(dialect, { ...queryPlan(meterings, from, to), table, from, to, columns });
  const skus = catalogue.profiles
    .filter(({ terms }) => terms.environment === environment)
    .flatMap(({ terms }) => terms.skus);
  const notes = [...boundNotes(meterings, { from, to }), ...columnNotes(skus, columns)];
  return { sql: `${notes.map((note) => `-- Note: ${note}\n`).join('')}${sql}`, notes };
}

function windowOf(
  { from, to, now }: UsageQueryOptions,
  meteringsIn: (window: Period) => readonly KeyedMetering[],
): Period {
  const given = { from: at('--from', from), to: at('--to', to) };
  const month =
    given.from === undefined || given.to === undefined
      ? lastMonth(Date.parse(instant(now)), meteringsIn)
      : given;
  const window = { from: given.from ?? month.from ?? 0, to: given.to ?? month.to ?? 0 };
  if (window.from < window.to) return window;
  throw wrong(
    `The time ends at ${text(window.to)}, not after it begins at ${text(window.from)}.`,
    'Let --to be later than --from.',
  );
}

/** The month before an instant: of the profiles' time zone where they all have the same, else in UTC. */
function lastMonth(now: number, meteringsIn: (window: Period) => readonly KeyedMetering[]): Period {
  const inZone = (timezone: string): Period =>
    periodAt('monthly', timezone, periodAt('monthly', timezone, now).from - 1);
  const inUtc = inZone('UTC');
  const [zone = 'UTC', ...others] = new Set(meteringsIn(inUtc).map(({ metering }) => metering.timezone));
  return others.length === 0 ? inZone(zone) : inUtc;
}

function at(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (isDate(given) || isInstant(given)) return Date.parse(given);
  throw wrong(
    `${option} "${given}" is no date and no instant in UTC.`,
    'Write it as 2026-11-01 or 2026-11-01T00:00:00Z.',
  );
}

function columnNames(given: readonly string[]): ColumnNames {
  const names: Partial<Record<string, string>> = {};
  for (const one of given) {
    const [, name = '', column = name] = /^([^=]+)(?:=(.+))?$/s.exec(one) ?? [];
    if (!QUERY_COLUMNS.some((known) => known === name))
      throw wrong(
        `"${one}" names no column of usage.`,
        `Write NAME=COLUMN, or NAME, with a NAME of ${QUERY_COLUMNS.join(', ')}.`,
      );
    if (names[name] !== undefined) throw wrong(`${name} is named twice.`, 'Name each column once.');
    names[name] = column;
  }
  return names;
}

function text(instantAt: number): string {
  return new Date(instantAt).toISOString().replace('.000Z', 'Z');
}

function wrong(message: string, hint: string): UserError {
  return new UserError(message, { hint });
}
