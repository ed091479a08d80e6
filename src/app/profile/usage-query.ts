import { QUERY_COLUMNS, type ColumnNames } from '../../billing/usage/query/columns.ts';
import type { DialectName } from '../../billing/usage/query/dialect.ts';
import { queryPlan } from '../../billing/usage/query/plan.ts';
import { usageQuery } from '../../billing/usage/query/query.ts';
import { isDate, isInstant } from '../../lib/calendar.ts';
import { UserError } from '../../lib/errors.ts';
import type { Environment } from '../../model/billing/terms.ts';
import { sorted } from '../check/diagnostics.ts';
import { instant } from '../check/instant.ts';
import { refuseErrors } from '../refuse-errors.ts';
import { billingConfig } from './billing-config.ts';
import { boundMeterings } from './bound-meterings.ts';
import { openBilling } from './open-billing.ts';

export interface UsageQueryOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: the work tree as it lies on disk. */
  readonly ref?: string;
  readonly dialect: DialectName;
  readonly table: string;
  /** Half-open; dates in UTC or instants. Default: the month before `now`. */
  readonly from?: string;
  readonly to?: string;
  /** `NAME=COLUMN`: how the table calls a column of usage; `NAME` where it has that name. */
  readonly columns: readonly string[];
  /** Default: that of the configuration. */
  readonly environment?: Environment;
  readonly now?: string;
}

/**
 * SQL whose result is a usage file that fits the customers of an environment. Throws UserError for an option that is not right, and
 * where no aggregate can stand for single events.
 */
export function usageQueryText(options: UsageQueryOptions): string {
  const { dialect, table } = options;
  if (table.split('.').includes(''))
    throw wrong(`"${table}" is no name of a table.`, 'Write it as analytics.usage_events.');
  const columns = columnNames(options.columns);
  const [from, to] = windowOf(options);
  const { tree, catalogue } = openBilling(options.repository, options.ref);
  refuseErrors(sorted(catalogue.diagnostics));
  const environment = options.environment ?? billingConfig(tree).environment;
  const meterings = boundMeterings(catalogue, environment, { from, to });
  if (meterings.length === 0)
    throw wrong(
      `No customer is bound to a profile in ${environment} from ${text(from)} to ${text(to)}.`,
      'Bind customers in billing/bindings/, or name another --environment, --from and --to.',
    );
  return usageQuery(dialect, { ...queryPlan(meterings, from, to), table, from, to, columns });
}

function windowOf({ from, to, now }: UsageQueryOptions): readonly [number, number] {
  const today = new Date(instant(now));
  const month = (offset: number): number => Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + offset);
  const window = [at('--from', from) ?? month(-1), at('--to', to) ?? month(0)] as const;
  if (window[0] < window[1]) return window;
  throw wrong(
    `The time ends at ${text(window[1])}, not after it begins at ${text(window[0])}.`,
    'Let --to be later than --from.',
  );
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
