import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import { FetchProblem } from '../fetch-problem.ts';

/**
 * The folder in a package that `folder` and then `subfolder` name. A `*` stands for the one folder there is, as registries
 * write it for archives with a folder around all files (go-getter, `SubdirGlob`). Throws FetchProblem when there is no such
 * folder, or more than one.
 */
export function moduleFolder({ files }: PackedFiles, folder: string, subfolder: string): string {
  const wanted = [...folder.split('/'), ...subfolder.split('/')].filter((part) => part !== '');
  let at = '';
  for (const part of wanted) {
    const names = foldersIn(files.keys(), at).filter((name) => (part === '*' ? true : name === part));
    const [name] = names;
    if (name === undefined)
      throw new FetchProblem(`The package has no folder ${JSON.stringify(wanted.join('/'))}.`);
    if (names.length > 1)
      throw new FetchProblem('The package has more than one folder that its address can mean.');
    at = at === '' ? name : `${at}/${name}`;
  }
  return at;
}

function foldersIn(paths: Iterable<string>, folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const found = new Set<string>();
  for (const path of paths) {
    const end = path.startsWith(prefix) ? path.indexOf('/', prefix.length) : -1;
    if (end !== -1) found.add(path.slice(prefix.length, end));
  }
  return [...found];
}
