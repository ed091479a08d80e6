#!/usr/bin/env node
import './heap.ts';
import { Command } from 'commander';
import { assetPath } from '../lib/assets.ts';
import { VERSION } from '../model/version.ts';
import { checkCommand } from './commands/check.ts';
import { demoCommand } from './commands/demo.ts';
import { estimateCommand } from './commands/estimate.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { pricesCommand } from './commands/prices.ts';
import { profileCommand } from './commands/profile.ts';
import { usageCommand } from './commands/usage.ts';
import { explainError } from './exit.ts';

const HELP = `
Try it:  tollgate demo
Docs:    ${assetPath('docs')}
Exit:    0 pass, 1 the gate says no, 2 wrong input, 3 a fault of ours or of a service`;

const program = new Command('tollgate')
  .description('The gate in the pull request that knows what a change costs: per month and per unit.')
  .version(VERSION)
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help for usage)')
  .addCommand(checkCommand())
  .addCommand(demoCommand())
  .addCommand(estimateCommand())
  .addCommand(explainCommand())
  .addCommand(initCommand())
  .addCommand(pricesCommand())
  .addCommand(profileCommand())
  .addCommand(usageCommand())
  .addHelpText('after', HELP);
for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
  command.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });
}

try {
  await program.parseAsync();
} catch (error) {
  const { text, code } = explainError(error);
  console.error(text);
  process.exitCode = code;
}
