import type { FunctionDefinition, FunctionTable } from '../../terraform/evaluate/functions/definition.ts';
import { text, unknown } from '../../terraform/evaluate/make.ts';
import type { Type, UnknownReason } from '../../../model/value.ts';
import { folderOf } from '../../terraform/module/source/folders.ts';
import type { ConfigFile } from '../config-file.ts';
import { repositoryPath } from '../virtual-path.ts';
import { optionalText, texts } from './variadic.ts';

/**
 * Functions that ask the machine, a cloud or a program. Nothing is run or asked: what they give is unknown, except for
 * environment variables that the user's configuration sets.
 */
export function outsideFunctions({ reading, part }: ConfigFile): FunctionTable {
  const { env } = reading.settings;
  return {
    get_env: texts(1, 2, (args) => {
      const name = args.string(0);
      const set = Object.hasOwn(env, name) ? env[name] : undefined;
      if (set !== undefined) return text(set);
      const fallback = optionalText(args, 1);
      return unknown('no-variable-value', {
        ...{ detail: `get_env(${JSON.stringify(name)})`, type: 'string' },
        ...(fallback === undefined ? {} : { fallback: text(fallback) }),
      });
    }),
    run_cmd: nobodyKnows('run_cmd', 'impure-function', 'string'),
    get_platform: nobodyKnows('get_platform', 'impure-function', 'string'),
    get_aws_account_alias: nobodyKnows('get_aws_account_alias', 'data-source', 'string'),
    get_aws_account_id: nobodyKnows('get_aws_account_id', 'data-source', 'string'),
    get_aws_caller_identity_arn: nobodyKnows('get_aws_caller_identity_arn', 'data-source', 'string'),
    get_aws_caller_identity_user_id: nobodyKnows('get_aws_caller_identity_user_id', 'data-source', 'string'),
    get_terraform_cli_args: nobodyKnows('get_terraform_cli_args', 'impure-function', { list: 'string' }),
    get_default_retryable_errors: nobodyKnows('get_default_retryable_errors', 'unsupported-function', {
      list: 'string',
    }),
    sops_decrypt_file: {
      ...nobodyKnows('sops_decrypt_file', 'sensitive-input-withheld', 'string'),
      call: () =>
        unknown('sensitive-input-withheld', {
          detail: 'sops_decrypt_file()',
          type: 'string',
          sensitive: true,
        }),
    },
    // What is planned is applied later: nothing tells which of both is meant.
    get_terraform_command: texts(0, 0, () =>
      unknown('impure-function', {
        detail: 'get_terraform_command()',
        type: 'string',
        candidates: [text('plan'), text('apply')],
      }),
    ),
    get_terragrunt_source_cli_flag: texts(0, 0, () => text('')),
    mark_as_read: texts(1, 1, (args) => {
      reading.files.read(args.string(0));
      return text(args.string(0));
    }),
    mark_glob_as_read: texts(1, 1, (args) => {
      const [fixed = ''] = args.string(0).split(/[^/]*[*?[{]/, 1);
      const folder = repositoryPath(folderOf(part.path), fixed === '' ? '.' : fixed);
      for (const path of folder === undefined ? [] : reading.files.list(folder)) reading.note(path);
      return unknown('unsupported-function', { detail: 'mark_glob_as_read()', type: { list: 'string' } });
    }),
  };
}

function nobodyKnows(name: string, reason: UnknownReason, type: Type): FunctionDefinition {
  return {
    parameters: [],
    variadic: { name: 'argument', type: 'any', nullable: true, accepts: 'anything' },
    returns: type,
    call: () => unknown(reason, { detail: `${name}()`, type }),
  };
}
