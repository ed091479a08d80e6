import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { byCodePoint } from '../lib/order.ts';
import type { SkipReason } from '../model/skipped.ts';
import { git, gitText } from './git.ts';
import { LIMITS } from './limits.ts';
import { followLinks } from './links.ts';
import { SkippedList } from './skipped-list.ts';
import type { Tree } from './tree.ts';

/**
 * The files of the work tree as they lie on disk: tracked ones and untracked ones that are not ignored.
 * Nothing outside of the repository is read: a link is followed by its text, to a file of this list.
 */
export function workTree(root: string): Tree {
  const algorithm = gitText(root, ['rev-parse', '--show-object-format']) === 'sha256' ? 'sha256' : 'sha1';
  const skipped = new SkippedList();
  const contents = new Map<string, Uint8Array | SkipReason>();
  const inside = folderCheck(realpathSync(root));
  const { files, links } = listDisk(root, inside);
  const idOf = (bytes: Uint8Array): string =>
    createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const followed = followLinks(
    links.keys(),
    (link) => links.get(link),
    (path) => files.has(path),
  );
  for (const path of followed.others)
    skipped.add(path, 'symbolic link', idOf(links.get(path) ?? new Uint8Array()));

  function read(given: string): Uint8Array | undefined {
    const path = followed.files.get(given) ?? given;
    if (!files.has(path)) return undefined;
    const content = contents.get(path) ?? readFile(join(root, path), inside);
    contents.set(path, content);
    if (typeof content !== 'string') return content;
    skipped.add(given, content);
    return undefined;
  }

  return {
    paths: [...files, ...followed.files.keys()].sort(byCodePoint),
    skipped: skipped.files,
    read,
    blobId(path) {
      const bytes = read(path);
      return bytes === undefined ? undefined : idOf(bytes);
    },
    unreadable(path) {
      read(path);
      return skipped.reason(path);
    },
    realPath: (path) => followed.files.get(path) ?? path,
  };
}

/** Regular files, and the texts of symbolic links: empty where they lie outside of the repository. */
function listDisk(
  root: string,
  inside: (folder: string) => boolean,
): { files: ReadonlySet<string>; links: ReadonlyMap<string, Uint8Array> } {
  const listing = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).stdout;
  const files = new Set<string>();
  const links = new Map<string, Uint8Array>();
  for (const path of listing.toString('utf8').split('\0')) {
    const full = join(root, path);
    const kind = path === '' ? 'other' : kindOf(full);
    if (kind === 'file') files.add(path);
    if (kind === 'link')
      links.set(path, inside(dirname(full)) ? readlinkSync(full, { encoding: 'buffer' }) : new Uint8Array());
  }
  return { files, links };
}

/** The bytes of a file, or why it cannot be read. */
function readFile(full: string, inside: (folder: string) => boolean): Uint8Array | SkipReason {
  try {
    if (!inside(dirname(full))) return 'outside of the repository';
    return lstatSync(full).size > LIMITS.file ? 'too large' : readFileSync(full);
  } catch {
    return 'not permitted';
  }
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
