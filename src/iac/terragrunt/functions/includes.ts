import { ExpressionError } from '../../terraform/evaluate/failure.ts';
import type { Arguments, FunctionTable } from '../../terraform/evaluate/functions/definition.ts';
import { text } from '../../terraform/evaluate/make.ts';
import { folderOf } from '../../terraform/module/source/folders.ts';
import type { ConfigFile } from '../config-file.ts';
import { absolutePath, relativePath } from '../virtual-path.ts';
import { optionalText, texts } from './variadic.ts';

/** Functions on the way between a configuration and the one that it includes; in an included file, on itself. */
export function includeFunctions(config: ConfigFile): FunctionTable {
  const folder = folderOf(config.part.config);
  return {
    path_relative_to_include: texts(0, 1, (args) =>
      text(relativePath(includedFolder(config, args) ?? folder, folder)),
    ),
    path_relative_from_include: texts(0, 1, (args) =>
      text(relativePath(folder, includedFolder(config, args) ?? folder)),
    ),
    get_parent_terragrunt_dir: texts(0, 1, (args) =>
      text(absolutePath(includedFolder(config, args) ?? folder)),
    ),
  };
}

/** The folder of the included file; with several the argument names one. Undefined when there is none. */
function includedFolder({ part, includes }: ConfigFile, args: Arguments): string | undefined {
  if (part.isIncluded) return folderOf(part.path);
  const [first] = includes;
  if (first === undefined) return undefined;
  if (includes.length === 1) return folderOf(first.path);
  const name = optionalText(args, 0);
  if (name === undefined) throw new ExpressionError('with several includes it needs the name of one');
  const found = includes.find((include) => include.name === name);
  if (found === undefined) throw new ExpressionError(`there is no include ${JSON.stringify(name)}`);
  return folderOf(found.path);
}
