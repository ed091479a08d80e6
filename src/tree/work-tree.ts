import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { byCodePoint } from '../lib/order.ts';
import type { SkipReason } from '../model/skipped.ts';
import { git, gitText } from './git.ts';
import { LIMITS } from './limits.ts';
import { behindLinks, followLinks } from './links.ts';
import { pathOf } from './path-text.ts';
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
  const { files, links, submodules } = listDisk(root, inside, skipped);
  const idOf = (bytes: Uint8Array): string =>
    createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const followed = followLinks(
    links.keys(),
    (link) => links.get(link),
    (path) => files.has(path),
    files,
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
    linkedFolder: (path) => behindLinks(followed.folders, path),
    submodules,
  };
}

interface Disk {
  readonly files: ReadonlySet<string>;
  /** The texts of symbolic links: empty where they lie outside of the repository. */
  readonly links: ReadonlyMap<string, Uint8Array>;
  readonly submodules: ReadonlyMap<string, string>;
}

function listDisk(root: string, inside: (folder: string) => boolean, skipped: SkippedList): Disk {
  const files = new Set<string>();
  const links = new Map<string, Uint8Array>();
  for (const { path, isText } of listed(root, ['--cached', '--others', '--exclude-standard'])) {
    const full = join(root, path);
    const kind = isText ? kindOf(full) : 'other';
    if (!isText) skipped.add(path, 'name is not UTF-8');
    if (kind === 'file') files.add(path);
    if (kind === 'link')
      links.set(path, inside(dirname(full)) ? readlinkSync(full, { encoding: 'buffer' }) : new Uint8Array());
  }
  return { files, links, submodules: submodulesOf(root) };
}

/** The commits of submodules as they are staged, by path. */
function submodulesOf(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path: entry } of listed(root, ['--stage'])) {
    // An entry is "mode id stage<tab>path".
    const [, id, path] = /^160000 ([0-9a-f]+) \d\t(.+)$/s.exec(entry) ?? [];
    if (id !== undefined && path !== undefined) found.set(path, id);
  }
  return found;
}

function* listed(root: string, options: readonly string[]): Generator<ReturnType<typeof pathOf>> {
  const { stdout } = git(root, ['ls-files', '-z', ...options]);
  for (let at = 0, end = stdout.indexOf(0); end !== -1; at = end + 1, end = stdout.indexOf(0, at)) {
    yield pathOf(stdout.subarray(at, end));
  }
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
