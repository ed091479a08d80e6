import { Command, Option } from 'commander';
import { instant } from '../../../app/check/instant.ts';
import { snapshotVersions } from '../../../app/profile/snapshot.ts';
import { VERSION } from '../../../model/version.ts';
import { renderKept, renderKeptJson } from '../../../render/profile/snapshots.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly repo: string;
  readonly base?: string;
  readonly check?: boolean;
  readonly now?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate profile snapshot`: keeps what is published. */
export function snapshotCommand(): Command {
  return new Command('snapshot')
    .description('Write the snapshots of published versions that are not kept yet, and billing.lock.json.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option(
      '--base <ref>',
      'what is published: what this ref has (default: the merge base with the default branch)',
    )
    .option('--check', 'write nothing, only say what is not kept as it was published')
    .option('--now <instant>', 'publish as of this instant, such as 2026-11-01T00:00:00Z (default: now)')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'),
    )
    .addHelpText('after', EXAMPLES)
    .action(({ repo, base, check, now, format }: Options) => {
      const kept = snapshotVersions({
        repository: repo,
        ...(base === undefined ? {} : { base }),
        check: check === true,
        now: seconds(instant(now)),
      });
      process.stdout.write(
        format === 'json'
          ? renderKeptJson(kept, { toolVersion: VERSION })
          : renderKept(kept, terminalLook(process.stdout, false, false)),
      );
      if (kept.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}

/** Files say when to the second. */
function seconds(text: string): string {
  return text.replace(/\.\d+Z$/, 'Z');
}

const EXAMPLES = `
What is published never changes: where a file is not what was published under its version nothing is written at all. A version that
the base does not have is not published yet: its snapshot is written anew when its file changes, and taken out when no file has it
any more. Files are written below the top of the repository, and through no link.

Exit:    0 all is kept, 1 something is wrong, or with --check not kept yet, 2 wrong input

Examples:
  tollgate profile snapshot
  tollgate profile snapshot --check --format json`;
