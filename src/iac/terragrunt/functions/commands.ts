import type { FunctionDefinition, FunctionTable } from '../../terraform/evaluate/functions/definition.ts';
import { list, text } from '../../terraform/evaluate/make.ts';

/** Lists of commands that take a kind of argument (Terragrunt documentation, `get_terraform_commands_that_need_*`). */
export function commandFunctions(): FunctionTable {
  return {
    get_terraform_commands_that_need_vars: fixed('apply console destroy import plan push refresh'),
    get_terraform_commands_that_need_locking: fixed('apply destroy import plan refresh taint untaint'),
    get_terraform_commands_that_need_input: fixed('apply import init plan refresh'),
    get_terraform_commands_that_need_parallelism: fixed('apply plan destroy'),
  };
}

function fixed(commands: string): FunctionDefinition {
  const items = commands.split(' ').map((command) => text(command));
  return { parameters: [], returns: { list: 'string' }, call: () => list(items, 'string') };
}
