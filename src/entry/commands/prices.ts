import { Command } from 'commander';
import { lookupCommand } from './prices/lookup.ts';
import { statusCommand } from './prices/status.ts';
import { syncCommand } from './prices/sync.ts';
import { verifyCommand } from './prices/verify.ts';

/** `tollgate prices`: what is in the price book, and how it is brought up to date. */
export function pricesCommand(): Command {
  return new Command('prices')
    .description('Look into the price book, and bring one up to date.')
    .addCommand(statusCommand())
    .addCommand(lookupCommand())
    .addCommand(syncCommand())
    .addCommand(verifyCommand());
}
