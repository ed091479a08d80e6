import { Command, Option } from 'commander';
import { simulateBilling } from '../../../app/profile/simulate.ts';
import { terminalProgress } from '../../../app/progress.ts';
import type { Environment } from '../../../model/billing/terms.ts';
import { VERSION } from '../../../model/version.ts';
import { renderSimulated, renderSimulatedJson } from '../../../render/profile/compared.ts';
import { terminalLook } from '../../terminal.ts';
import { environmentOption } from './environment.ts';
import { readerOption, usageOption } from './usage-option.ts';

interface Options {
  readonly repo: string;
  readonly base?: string;
  readonly head?: string;
  readonly usage: readonly string[];
  readonly environment?: Environment;
  readonly hashCustomers?: boolean;
  readonly reader: 'auto' | 'built-in' | 'duckdb';
  readonly now?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate profile simulate`: what a change of billing files does to those who pay. */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description('Rate recorded usage by the old and the new billing files: who pays how much more or less.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--base <ref>', 'compare with this ref (default: where HEAD left the default branch)')
    .option('--head <ref>', 'the changed side (default: the work tree as it lies on disk)')
    .addOption(usageOption('"billing.usage" of tollgate.yml, read at the base'))
    .addOption(environmentOption())
    .option('--hash-customers', "show hashes in the place of customers' ids")
    .addOption(readerOption())
    .option('--now <instant>', 'judge dates as of this instant, such as 2026-11-01T00:00:00Z (default: now)')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async ({ repo, hashCustomers, format, ...given }: Options) => {
      const simulated = await simulateBilling({
        ...given,
        repository: repo,
        hashCustomers: hashCustomers === true,
        progress: terminalProgress(process.stderr),
      });
      process.stdout.write(
        format === 'json'
          ? renderSimulatedJson(simulated, { toolVersion: VERSION })
          : renderSimulated(simulated, terminalLook(process.stdout, false, false)),
      );
      if (simulated.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}

const EXAMPLES = `
Without usage only prices are compared: at the bounds of tiers, just below and just above. No limit is judged here: that does
"tollgate check".

Exit:    0, 1 when the change has billing files with errors, which are in no figure, 2 wrong input

Examples:
  tollgate profile simulate
  tollgate profile simulate --base main --head my-branch --usage usage.csv --usage more.parquet
  tollgate profile simulate --hash-customers --format json`;
