import { Command, Option } from 'commander';
import { instant } from '../../../app/check/instant.ts';
import { restoreVersion } from '../../../app/profile/restore.ts';
import { VERSION } from '../../../model/version.ts';
import { renderRestored, renderRestoredJson } from '../../../render/profile/restored.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly from: string;
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly repo: string;
  readonly now?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate profile restore`: an old version again, as a new one. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Write a new version of a profile that rates all usage as an old one did.')
    .argument('<id@version>', 'the version whose prices are to hold again, such as standard@1.2.0')
    .requiredOption('--from <instant>', 'when it begins to hold, such as 2026-12-01T00:00:00Z')
    .option('--as <version>', 'number of the new version (default: the next major one)')
    .option('--dry-run', 'print the file, and write nothing')
    .option('--force', 'write over changes of the file that are not committed')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--now <instant>', 'take this instant for now (default: now)')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'),
    )
    .addHelpText('after', EXAMPLES)
    .action((reference: string, options: Options) => {
      const { as, dryRun, force, repo, format } = options;
      const found = restoreVersion({
        repository: repo,
        reference,
        from: instant(options.from).replace('.000Z', 'Z'),
        ...(as === undefined ? {} : { as }),
        dryRun: dryRun === true,
        force: force === true,
        now: instant(options.now),
      });
      process.stdout.write(
        format === 'json'
          ? renderRestoredJson(found, { toolVersion: VERSION })
          : renderRestored(found, terminalLook(process.stdout, false, false)),
      );
      if (format === 'terminal' && !found.written) {
        for (const note of found.notes) console.error(`note: ${note}`);
      }
    });
}

const EXAMPLES = `
The file of the profile is written anew: owner, limits and lead time stay, comments and tests do not. Like git, it leaves a file
alone that has changes which are not committed. Then run "tollgate profile snapshot", and commit.

Exit:    0 done, 2 wrong input

Examples:
  tollgate profile restore standard@1.2.0 --from 2026-12-01T00:00:00Z
  tollgate profile restore standard@1.2.0 --from 2026-12-01T00:00:00Z --as 3.1.0 --dry-run`;
