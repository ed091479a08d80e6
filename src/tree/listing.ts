import { UserError } from '../lib/errors.ts';
import { git } from './git.ts';

/** One entry of a commit's tree; submodules are left out. */
export interface ListedFile {
  readonly path: string;
  readonly id: string;
  readonly link: boolean;
}

/** All files and links of a commit in git's order. Throws UserError when its tree cannot be read. */
export function listFiles(root: string, commit: string): readonly ListedFile[] {
  const listing = git(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (listing.code !== 0) {
    throw new UserError(`The tree of commit ${commit} cannot be read: ${listing.stderr}`, {
      hint: 'The clone may be incomplete; fetch the commit again.',
    });
  }
  const files: ListedFile[] = [];
  for (const line of listing.stdout.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    const [mode = '', , id = ''] = line.slice(0, tab).split(' ');
    if (tab === -1 || mode === '160000') continue;
    files.push({ path: line.slice(tab + 1), id, link: mode === '120000' });
  }
  return files;
}
