import { Command, Option } from 'commander';
import { terminalProgress } from '../../../app/progress.ts';
import { rate } from '../../../app/profile/rate.ts';
import type { Environment } from '../../../model/billing/terms.ts';
import { VERSION } from '../../../model/version.ts';
import { plain } from '../../../render/plain.ts';
import { andMore } from '../../../render/plural.ts';
import { renderCostRecords } from '../../../render/profile/cost-records.ts';
import { missingRows, renderRated } from '../../../render/profile/rated.ts';
import { renderRatedJson } from '../../../render/profile/rated-json.ts';
import { invoiceRemarks } from '../../../render/profile/remarks.ts';
import { rowCounts, rowCountsText } from '../../../render/profile/row-counts.ts';
import { print } from '../../print.ts';
import { terminalLook } from '../../terminal.ts';
import { environmentOption } from './environment.ts';
import { readerOption, usageOption } from './usage-option.ts';

interface Options {
  readonly repo: string;
  readonly ref?: string;
  readonly profile?: string;
  readonly environment?: Environment;
  readonly usage: readonly string[];
  readonly at?: string;
  readonly reader: 'auto' | 'built-in' | 'duckdb';
  readonly explain?: boolean;
  readonly format: 'terminal' | 'json' | 'csv';
}

/** Rows that are in no invoice, of which csv tells why; JSON has all. */
const MOST_LISTED = 200;
/** Sentences of invoices, of which many are alike. */
const MOST_REMARKS = 20;

/** `tollgate profile rate`: what recorded usage costs. */
export function rateCommand(): Command {
  return new Command('rate')
    .description('Say what recorded usage costs: an invoice for each customer and billing period.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--ref <ref>', 'read the billing files of this ref (default: the work tree as it lies on disk)')
    .option(
      '--profile <file|id@version>',
      'rate every customer by this profile (default: by the bindings of the environment)',
    )
    .addOption(environmentOption())
    .addOption(usageOption())
    .option(
      '--at <instant>',
      'rate all usage by the versions in force at this instant (default: by those in force when it was used)',
    )
    .addOption(readerOption())
    .option('--explain', 'print each step of each line')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['terminal', 'json', 'csv'])
        .default('terminal'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async ({ repo, explain, format, ...given }: Options) => {
      const rated = await rate({
        ...given,
        repository: repo,
        explain: explain === true,
        progress: terminalProgress(process.stderr),
      });
      if (format === 'csv') {
        const missing = missingRows(rated);
        const more = missing.length > MOST_LISTED ? [andMore(missing.length - MOST_LISTED)] : [];
        const lines = [
          `${rowCountsText(rowCounts(rated))}.`,
          ...[...missing.slice(0, MOST_LISTED), ...more],
          ...invoiceRemarks(rated, MOST_REMARKS),
        ];
        process.stderr.write(lines.map((line) => `${plain(line)}\n`).join(''));
      }
      const look = terminalLook(process.stdout, false, false);
      await print(
        {
          terminal: () => renderRated(rated, look, explain === true),
          json: () => renderRatedJson(rated, { toolVersion: VERSION }),
          csv: () => renderCostRecords(rated),
        }[format](),
      );
      const { rows, rated: taken } = rowCounts(rated);
      if (rows > 0 && taken === 0) process.exitCode = 1;
    });
}

const EXAMPLES = `
Every row of usage is counted once: rows = rated + deduplicated + pooled + rejected + unrated. With csv, which prints cost records
with the columns of FOCUS, the count goes to stderr, and so does what invoices say besides their amounts.

Exit:    0, 1 when there are rows and not one of them could be rated, 2 wrong input

Examples:
  tollgate profile rate --usage usage.csv
  tollgate profile rate --profile billing/profiles/team.yaml --usage usage.csv --explain
  tollgate profile rate --profile team@1.2.0 --usage usage.parquet --format json
  tollgate profile rate --usage usage.csv --at 2026-01-01T00:00:00Z --format csv > costs.csv`;
