import { Command } from 'commander';
import { init } from '../../app/init.ts';

/** `tollgate init`: a first configuration and workflow for a repository. */
export function initCommand(): Command {
  return new Command('init')
    .description('Write a commented tollgate.yml and a GitHub workflow, unless they exist.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .addHelpText('after', '\nExample:\n  tollgate init --repo ~/src/infrastructure')
    .action((options: { readonly repo: string }) => {
      for (const { file, written } of init(options.repo)) {
        console.log(written ? `wrote  ${file}` : `kept   ${file} (it exists)`);
      }
      console.log('Commit both, then open a pull request. Until then:  tollgate check --config-from head');
    });
}
