import { Command, Option } from 'commander';
import { validateBilling } from '../../../app/profile/validate.ts';
import { VERSION } from '../../../model/version.ts';
import { renderValidated, renderValidatedJson } from '../../../render/profile/validated.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly repo: string;
  readonly ref?: string;
  readonly base?: string;
  readonly now?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate profile validate`: whether the billing files are sound. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('Say what is wrong with the billing files, and run the tests of the profiles.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--ref <ref>', 'read this ref (default: the work tree as it lies on disk)')
    .option(
      '--base <ref>',
      'what is published: what this ref has (default: the merge base with the default branch)',
    )
    .option('--now <instant>', 'judge dates as of this instant, such as 2026-11-01T00:00:00Z (default: now)')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'),
    )
    .addHelpText('after', EXAMPLES)
    .action(({ repo, format, ...given }: Options) => {
      const found = validateBilling({ ...given, repository: repo });
      process.stdout.write(
        format === 'json'
          ? renderValidatedJson(found, { toolVersion: VERSION })
          : renderValidated(found, terminalLook(process.stdout, false, false)),
      );
      if (found.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}

const EXAMPLES = `
Each error and warning has its file, line and column. A warning is what "tollgate profile snapshot" mends: a version without a
snapshot, and one that the base does not have and whose file was changed or went on since. So is an SKU, or a bound of its tiers,
without a test.

Rules that compare two sides, or go by limits, recorded usage, dates or the repository, are judged by "tollgate check" alone.

Exit:    0 no errors, 1 errors, 2 wrong input

Examples:
  tollgate profile validate
  tollgate profile validate --ref main --format json`;
