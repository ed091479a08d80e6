import { Command } from 'commander';
import { usageInit } from '../../app/usage/init.ts';

interface Options {
  readonly repo: string;
  readonly out: string;
}

/** `tollgate usage`: what resources consume. */
export function usageCommand(): Command {
  return new Command('usage').description('Work with the usage file.').addCommand(initCommand());
}

function initCommand(): Command {
  return new Command('init')
    .description('Write a commented usage file for the resources of the repository.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--out <file>', 'from the top of the repository; - prints it', 'tollgate-usage.yml')
    .addHelpText('after', EXAMPLES)
    .action(async ({ repo, out }: Options) => {
      const { text, file, resources, keys } = await usageInit({ repository: repo, out });
      if (file === null) process.stdout.write(text);
      else console.log(`wrote  ${file}: ${keys} keys of ${resources} resources`);
    });
}

const EXAMPLES = `
Everything in it is a comment until you state a figure, so it changes no estimate. Figures that a usage
file records already stand in it; a file that is there is never written over.

Examples:
  tollgate usage init
  tollgate usage init --out - | less`;
