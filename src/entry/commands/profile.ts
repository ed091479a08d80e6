import { Command } from 'commander';
import { validateCommand } from './profile/validate.ts';

/** `tollgate profile`: billing profiles, and what usage costs by them. */
export function profileCommand(): Command {
  return new Command('profile')
    .description('Check billing profiles, rate usage by them, and keep what was published.')
    .addCommand(validateCommand());
}
