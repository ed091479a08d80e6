import { UserError } from '../lib/errors.ts';
import { git } from './git.ts';
import { LIMITS } from './limits.ts';
import { pathOf } from './path-text.ts';

/** One file or link of a commit's tree. */
export interface ListedFile {
  readonly path: string;
  readonly id: string;
  readonly link: boolean;
  /** False: the path is not UTF-8, and shown with the bytes escaped. */
  readonly isText: boolean;
}

/** What a commit's tree holds. */
export interface Listing {
  /** In git's order. */
  readonly files: readonly ListedFile[];
  /** The commits of submodules by path. */
  readonly submodules: ReadonlyMap<string, string>;
  /** There is more than was listed. */
  readonly isCut: boolean;
}

/** All files, links and submodules of a commit. Throws UserError when its tree cannot be read. */
export function listFiles(root: string, commit: string): Listing {
  const listing = git(root, ['ls-tree', '-r', '-z', '--full-tree', commit], undefined, {}, LIMITS.listing);
  if (listing.code !== 0) {
    throw new UserError(`The tree of commit ${commit} cannot be read: ${listing.stderr}`, {
      hint: 'The clone may be incomplete; fetch the commit again.',
    });
  }
  const files: ListedFile[] = [];
  const submodules = new Map<string, string>();
  const { stdout } = listing;
  // An entry is "mode type id<tab>path<null>"; one that was cut off has no end.
  for (let at = 0, end = stdout.indexOf(0); end !== -1; at = end + 1, end = stdout.indexOf(0, at)) {
    const tab = stdout.indexOf(9, at);
    const [mode, , id = ''] = stdout.toString('latin1', at, tab).split(' ');
    const { path, isText } = pathOf(stdout.subarray(tab + 1, end));
    if (mode === '160000') submodules.set(path, id);
    else files.push({ path, id, link: mode === '120000', isText });
  }
  return { files, submodules, isCut: listing.isCut };
}
