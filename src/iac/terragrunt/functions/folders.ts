import { ExpressionError } from '../../terraform/evaluate/failure.ts';
import type { FunctionTable } from '../../terraform/evaluate/functions/definition.ts';
import { cleanPath } from '../../terraform/evaluate/functions/paths.ts';
import { text, unknown } from '../../terraform/evaluate/make.ts';
import { filesBelow } from '../../terraform/module/project/file-access.ts';
import { folderOf, inFolder, resolvePath } from '../../terraform/module/source/folders.ts';
import type { ConfigFile } from '../config-file.ts';
import { configNames, isTerragruntFile } from '../names.ts';
import { absolutePath, relativePath } from '../virtual-path.ts';
import { optionalText, texts } from './variadic.ts';

/** Functions that tell folders. Absolute paths start at a stand-in for the folder of the repository. */
export function folderFunctions(config: ConfigFile): FunctionTable {
  const { reading, part } = config;
  const folder = folderOf(part.config);
  return {
    get_repo_root: texts(0, 0, () => text(absolutePath(''))),
    get_path_from_repo_root: texts(0, 0, () => text(relativePath('', folder))),
    get_path_to_repo_root: texts(0, 0, () => text(relativePath(folder, ''))),
    get_terragrunt_dir: texts(0, 0, () => text(absolutePath(folder))),
    get_original_terragrunt_dir: texts(0, 0, () => text(absolutePath(reading.unit))),
    // Terragrunt runs in a copy, the place of which depends on the machine.
    get_working_dir: texts(0, 0, () =>
      unknown('impure-function', { detail: 'get_working_dir()', type: 'string' }),
    ),
    // Files of values can be put there before a run, since they hold secrets; configurations belong to the repository.
    find_in_parent_folders: texts(0, 2, (args) => {
      const name = optionalText(args, 0) ?? '';
      const found = findAbove(config, folder, name);
      if (found !== undefined) return text(absolutePath(found));
      const fallback = optionalText(args, 1);
      if (fallback !== undefined) return text(fallback);
      if (name !== '' && !isTerragruntFile(name)) {
        return unknown('file-not-in-repository', { detail: name.slice(0, 200), type: 'string' });
      }
      const wanted = JSON.stringify(name === '' ? configNames()[0] : name);
      throw new ExpressionError(`there is no ${wanted} in a folder above ${JSON.stringify(folder || '.')}`);
    }),
    abspath: texts(1, 1, (args) => {
      const path = args.string(0);
      return text(cleanPath(path.startsWith('/') ? path : `${absolutePath(folderOf(part.path))}/${path}`));
    }),
  };
}

/** The nearest file or folder of a name in the folders above, that of the repository included; not in the folder itself. */
function findAbove({ reading }: ConfigFile, folder: string, name: string): string | undefined {
  const names = name === '' ? configNames() : [name];
  for (let at = folder; at !== '';) {
    at = folderOf(at);
    for (const one of names) {
      const path = one.startsWith('/') ? undefined : resolvePath(at, inFolder('.', one));
      if (path === undefined) continue;
      if (reading.has(path)) {
        reading.note(path);
        return path;
      }
      if (filesBelow(reading.loader.tree, path).length > 0) return path;
    }
  }
  return undefined;
}
