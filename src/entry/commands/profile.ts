import { Command } from 'commander';
import { blameCommand } from './profile/blame.ts';
import { correctionsCommand } from './profile/corrections.ts';
import { diffCommand } from './profile/diff.ts';
import { rateCommand } from './profile/rate.ts';
import { restoreCommand } from './profile/restore.ts';
import { simulateCommand } from './profile/simulate.ts';
import { snapshotCommand } from './profile/snapshot.ts';
import { usageQueryCommand } from './profile/usage-query.ts';
import { validateCommand } from './profile/validate.ts';

/** `tollgate profile`: billing profiles, and what usage costs by them. */
export function profileCommand(): Command {
  return new Command('profile')
    .description('Check billing profiles, rate usage by them, and keep what was published.')
    .addCommand(validateCommand())
    .addCommand(diffCommand())
    .addCommand(rateCommand())
    .addCommand(simulateCommand())
    .addCommand(usageQueryCommand())
    .addCommand(snapshotCommand())
    .addCommand(restoreCommand())
    .addCommand(blameCommand())
    .addCommand(correctionsCommand());
}
