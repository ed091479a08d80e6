import { Command, Option } from 'commander';
import { corrections } from '../../../app/profile/corrections.ts';
import { VERSION } from '../../../model/version.ts';
import {
  renderCorrectionErrors,
  renderCorrections,
  renderCorrectionsCsv,
  renderCorrectionsJson,
} from '../../../render/profile/corrections.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly repo: string;
  readonly ref?: string;
  readonly format: 'terminal' | 'json' | 'csv';
}

/** `tollgate profile corrections`: the records that remedy what was billed wrongly. */
export function correctionsCommand(): Command {
  return new Command('corrections')
    .description('Print the records of all corrections, in the columns of FOCUS.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--ref <ref>', 'read this ref (default: the work tree as it lies on disk)')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['terminal', 'json', 'csv'])
        .default('terminal'),
    )
    .addHelpText('after', EXAMPLES)
    .action(({ repo, ref, format }: Options) => {
      const found = corrections({ repository: repo, ...(ref === undefined ? {} : { ref }) });
      if (format === 'json') process.stdout.write(renderCorrectionsJson(found, { toolVersion: VERSION }));
      else if (format === 'terminal')
        process.stdout.write(renderCorrections(found, terminalLook(process.stdout, false, false)));
      else {
        process.stdout.write(renderCorrectionsCsv(found));
        process.stderr.write(renderCorrectionErrors(found, terminalLook(process.stderr, false, false)));
      }
      if (found.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}

const EXAMPLES = `
A correction that cannot be is an error with its place, and has no record; with --format csv errors go to the standard error output.

Exit:    0 all corrections have their records, 1 errors in the billing files, 2 wrong input

Examples:
  tollgate profile corrections
  tollgate profile corrections --ref main --format csv > corrections.csv`;
