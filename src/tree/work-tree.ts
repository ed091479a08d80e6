import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { byCodePoint } from '../lib/order.ts';
import { git, gitText } from './git.ts';
import { LIMITS } from './limits.ts';
import { followLinks } from './links.ts';
import type { SkippedFile } from './limits.ts';
import type { Tree } from './tree.ts';

/**
 * The files of the work tree as they lie on disk: tracked ones and untracked ones that are not ignored.
 * Nothing outside of the repository is read: a link is followed by its text, to a file of this list.
 */
export function workTree(root: string): Tree & { readonly skipped: readonly SkippedFile[] } {
  const listing = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).stdout;
  const algorithm = gitText(root, ['rev-parse', '--show-object-format']) === 'sha256' ? 'sha256' : 'sha1';
  const real = realpathSync(root);
  const skipped: SkippedFile[] = [];
  const contents = new Map<string, Uint8Array | undefined>();
  const inside = folderCheck(real);
  const idOf = (bytes: Uint8Array): string =>
    createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const files = new Set<string>();
  const links = new Map<string, Uint8Array>();
  for (const path of listing.toString('utf8').split('\0')) {
    const kind = path === '' ? 'other' : kindOf(join(root, path));
    if (kind === 'file') files.add(path);
    if (kind === 'link' && inside(dirname(join(root, path))))
      links.set(path, readlinkSync(join(root, path), { encoding: 'buffer' }));
  }
  const followed = followLinks(
    links.keys(),
    (link) => links.get(link),
    (path) => files.has(path),
  );
  for (const path of followed.others)
    skipped.push({ path, reason: 'symbolic link', id: idOf(links.get(path) ?? new Uint8Array()) });
  const paths = [...files, ...followed.files.keys()].sort(byCodePoint);

  function read(given: string): Uint8Array | undefined {
    const path = followed.files.get(given) ?? given;
    if (!files.has(path)) return undefined;
    if (contents.has(path)) return contents.get(path);
    const full = join(root, path);
    let bytes: Uint8Array | undefined;
    if (!inside(dirname(full))) skipped.push({ path, reason: 'outside of the repository' });
    else if (lstatSync(full).size > LIMITS.file) skipped.push({ path, reason: 'too large' });
    else bytes = readFileSync(full);
    contents.set(path, bytes);
    return bytes;
  }

  return {
    paths,
    skipped,
    read,
    blobId(path) {
      const bytes = read(path);
      return bytes === undefined ? undefined : idOf(bytes);
    },
    realPath: (path) => followed.files.get(path) ?? path,
  };
}

function kindOf(path: string): 'file' | 'link' | 'other' {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'other';
  return stat.isSymbolicLink() ? 'link' : stat.isFile() ? 'file' : 'other';
}

/** A tracked folder may have been replaced by a link that leads out of the repository. */
function folderCheck(real: string): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    let answer = known.get(folder);
    if (answer === undefined) {
      const target = realpathSync(folder);
      answer = target === real || target.startsWith(real + sep);
      known.set(folder, answer);
    }
    return answer;
  };
}
