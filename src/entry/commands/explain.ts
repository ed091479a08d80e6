import { Command, Option } from 'commander';
import { explain } from '../../app/explain.ts';
import { EXPLAIN_FORMATS, renderExplained } from '../../app/explain-report.ts';
import type { ExplainFormat } from '../../app/explain-report.ts';
import { writeReport } from '../../app/output.ts';
import { plain } from '../../render/plain.ts';
import { terminalLook } from '../terminal.ts';
import { append } from '../repeatable.ts';

interface Options {
  readonly repo: string;
  readonly ref?: string;
  readonly attribute?: string;
  readonly project?: string;
  readonly fetchModules?: boolean;
  readonly plan: readonly string[];
  readonly state: readonly string[];
  readonly format: ExplainFormat;
  readonly out?: string;
}

/** `tollgate explain`: where the values of an address come from. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('Say where the values of a resource come from, and why others are not known.')
    .argument(
      '<address>',
      'such as module.web.aws_instance.app[0], data.TYPE.NAME, module.NAME, var.NAME, local.NAME',
    )
    .option('--attribute <path>', 'only this one, such as tags.Owner or root_block_device[0].volume_size')
    .option('--project <id>', 'look in this project only; PROJECT:ADDRESS says the same')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--ref <ref>', 'read this ref (default: the work tree as it lies on disk)')
    .option(
      '--fetch-modules',
      'fetch modules that are not in the repository, though tollgate.yml does not say so',
    )
    .addOption(
      new Option('--plan <[project=]file>', 'take the resources of a project from a plan in JSON; repeatable')
        .argParser(append)
        .default([], 'none'),
    )
    .addOption(
      new Option(
        '--state <[project=]file>',
        'fill in what the configuration cannot tell, from a state; repeatable',
      )
        .argParser(append)
        .default([], 'none'),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(EXPLAIN_FORMATS).default('terminal'))
    .option('--out <file>', 'write it to a file')
    .addHelpText('after', EXAMPLES)
    .action(async (address: string, options: Options) => {
      const explanation = await explain({
        ...options,
        repository: options.repo,
        address,
        given: { plans: options.plan, basePlans: [], states: options.state },
        modules: { fetch: options.fetchModules === true, environment: process.env },
        say: (line) => {
          process.stderr.write(`${plain(line)}\n`);
        },
      });
      const look = terminalLook(process.stdout, options.out !== undefined, true);
      const text = renderExplained(explanation, options.format, look);
      if (options.out === undefined) process.stdout.write(text);
      else writeReport(options.out, text, 'Give --out a path that may be written.');
    });
}

const EXAMPLES = `
Examples:
  tollgate explain aws_instance.web                          all of its values, each with the places that set it
  tollgate explain 'module.web["eu"].aws_instance.app[0]' --attribute instance_type
  tollgate explain infra/prod:var.size --ref main            a variable of one project, on another branch
  tollgate explain aws_s3_bucket.logs --attribute tags.Owner --format json`;
