import { Command, Option } from 'commander';
import { writeReport } from '../../../app/output.ts';
import { usageQueryText, type UsageQueryOptions } from '../../../app/profile/usage-query.ts';
import { DIALECTS } from '../../../billing/usage/query/dialect.ts';
import { append } from '../../repeatable.ts';
import { environmentOption } from './environment.ts';

interface Options extends Omit<UsageQueryOptions, 'repository' | 'columns'> {
  readonly repo: string;
  readonly column: readonly string[];
  readonly out?: string;
}

/** `tollgate profile usage-query`: SQL that brings usage together in a warehouse. */
export function usageQueryCommand(): Command {
  return new Command('usage-query')
    .description('Print SQL whose result, saved as CSV, is a usage file: one row stands for many events.')
    .addOption(new Option('--dialect <name>', 'of SQL').choices(DIALECTS).makeOptionMandatory())
    .requiredOption('--table <name>', 'of the events, such as analytics.usage_events')
    .option(
      '--from <date>',
      'first day, or instant, in UTC (default: the month before --now, in the time zone of the profiles)',
    )
    .option(
      '--to <date>',
      'first day, or instant, that is not in it (default: the begin of the month of --now)',
    )
    .addOption(
      new Option(
        '--column <name[=column]>',
        'how the table calls a column of usage, such as SubAccountId=tenant; repeatable',
      )
        .argParser(append)
        .default([], 'each by its own name, and no optional one'),
    )
    .addOption(environmentOption())
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--ref <ref>', 'read the billing files of this ref (default: the work tree as it lies on disk)')
    .option('--now <instant>', 'take this instant for now, such as 2026-11-01T00:00:00Z')
    .option('--out <file>', 'write the SQL to a file')
    .addHelpText('after', EXAMPLES)
    .action(({ repo, column, out, ...given }: Options) => {
      const { sql, notes } = usageQueryText({ ...given, repository: repo, columns: column });
      for (const note of notes) process.stderr.write(`note: ${note}\n`);
      if (out === undefined) process.stdout.write(sql);
      else writeReport(out, sql, 'Give --out a path that may be written.');
    });
}

const EXAMPLES = `
Each customer's SKUs are added up, counted or held to their largest or last value as its profile meters them, in stretches of a
day, or of an hour or a minute where a billing period or a price begins within.

Exit:    0, 2 wrong input, or no aggregate can stand for the events

Examples:
  tollgate profile usage-query --dialect snowflake --table ANALYTICS.USAGE --column SubAccountId=TENANT > usage.sql
  tollgate profile usage-query --dialect duckdb --table events --from 2026-03-01 --to 2026-04-01 --column x_EventId=id
  tollgate profile rate --usage result.csv`;
