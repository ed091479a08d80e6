import { Command } from 'commander';
import { init } from '../../app/init.ts';

/** `tollgate init`: a first configuration and workflow for a repository. */
export function initCommand(): Command {
  return new Command('init')
    .description('Write a commented tollgate.yml and a GitHub workflow, unless they exist.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .addHelpText('after', '\nExample:\n  tollgate init --repo ~/src/infrastructure')
    .action((options: { readonly repo: string }) => {
      const { files, steps } = init(options.repo);
      for (const { file, written } of files) {
        console.log(written ? `wrote  ${file}` : `kept   ${file} (it exists)`);
      }
      console.log(`\nNext:\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}`);
    });
}
