import { Command, Option } from 'commander';
import { compareBilling } from '../../../app/profile/compare.ts';
import { VERSION } from '../../../model/version.ts';
import { renderCompared, renderComparedJson } from '../../../render/profile/compared.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly repo: string;
  readonly base?: string;
  readonly head?: string;
  readonly now?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate profile diff`: what differs in billing files. */
export function diffCommand(): Command {
  return new Command('diff')
    .description(
      'Say what differs in billing files: the class of each change, the version step it needs, and who is asked.',
    )
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--base <ref>', 'compare with this ref (default: where HEAD left the default branch)')
    .option('--head <ref>', 'the changed side (default: the work tree as it lies on disk)')
    .option('--now <instant>', 'judge dates as of this instant, such as 2026-11-01T00:00:00Z (default: now)')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'),
    )
    .addHelpText('after', EXAMPLES)
    .action(({ repo, format, ...sides }: Options) => {
      const compared = compareBilling({ repository: repo, ...sides });
      process.stdout.write(
        format === 'json'
          ? renderComparedJson(compared, { toolVersion: VERSION })
          : renderCompared(compared, terminalLook(process.stdout, false, false)),
      );
    });
}

const EXAMPLES = `
Exit:    0, 2 wrong input

Examples:
  tollgate profile diff
  tollgate profile diff --base v1.4.0 --head main --format json`;
