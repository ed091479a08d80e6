import { Command, Option } from 'commander';
import { instant } from '../../../app/check/instant.ts';
import { blameVersion, type BlameOptions } from '../../../app/profile/blame.ts';
import { VERSION } from '../../../model/version.ts';
import { renderBlamed, renderBlamedJson } from '../../../render/profile/blame.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly tenant: string;
  readonly type?: BlameOptions['type'];
  readonly at?: string;
  readonly environment?: BlameOptions['environment'];
  readonly repo: string;
  readonly ref?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate profile blame`: by what a customer was billed, and who published that. */
export function blameCommand(): Command {
  return new Command('blame')
    .description(
      'Name the version that holds for a customer at an instant, its hash and the commit that published it.',
    )
    .requiredOption('--tenant <id>', 'the customer, as bindings and usage name it')
    .addOption(
      new Option('--type <type>', 'where customers of several types have the id').choices([
        'tenant',
        'account',
        'project',
        'subscription',
      ]),
    )
    .option('--at <instant>', 'such as 2026-07-01T00:00:00Z (default: now)')
    .addOption(
      new Option(
        '--environment <name>',
        'whose bindings (default: billing.environment of the configuration)',
      ).choices(['prod', 'staging', 'sandbox']),
    )
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--ref <ref>', 'read this ref (default: the work tree as it lies on disk)')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'),
    )
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => {
      const { tenant, type, at, environment, repo, ref, format } = options;
      const blamed = blameVersion({
        repository: repo,
        customer: tenant,
        instant: instant(at).replace(at === undefined ? /\.\d+Z$/ : '.000Z', 'Z'),
        ...(ref === undefined ? {} : { ref }),
        ...(type === undefined ? {} : { type }),
        ...(environment === undefined ? {} : { environment }),
      });
      process.stdout.write(
        format === 'json'
          ? renderBlamedJson(blamed, { toolVersion: VERSION })
          : renderBlamed(blamed, terminalLook(process.stdout, false, false)),
      );
      const hasErrors = blamed.diagnostics.some(({ severity }) => severity === 'error');
      if (blamed.held === null || hasErrors) process.exitCode = 1;
    });
}

const EXAMPLES = `
The commit is the one that added the snapshot of the version. With errors in the billing files the answer is in doubt: it is printed,
with the errors.

Exit:    0 a version holds, 1 none does, or there are errors, 2 wrong input

Examples:
  tollgate profile blame --tenant t-001
  tollgate profile blame --tenant t-001 --at 2026-07-01T00:00:00Z --ref main --format json`;
