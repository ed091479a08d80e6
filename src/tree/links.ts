/** Links that are followed one after another before a chain counts as endless. */
const HOPS = 10;

/** A longer text is no path that a system would take. */
const LONGEST_TARGET = 4096;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Where the symbolic links of a tree lead. */
export interface FollowedLinks {
  /** The regular file behind a link, by the path of the link. */
  readonly files: ReadonlyMap<string, string>;
  /** The folder behind a link, by the path of the link. */
  readonly folders: ReadonlyMap<string, string>;
  /** Links that lead to no file. */
  readonly others: readonly string[];
}

/**
 * Follows links to regular files and folders of the same tree by the texts of the links alone: nothing on disk is followed.
 * Not followed are links out of the repository, through a linked folder, in a circle, or to nothing. `textOf` gives the bytes
 * of a link; without `files` no link to a folder is followed.
 */
export function followLinks(
  links: Iterable<string>,
  textOf: (link: string) => Uint8Array | undefined,
  isFile: (path: string) => boolean,
  files: Iterable<string> = [],
): FollowedLinks {
  const targets = new Map([...links].map((link) => [link, targetOf(textOf(link))]));
  const found = new Map<string, string>();
  const folders = new Map<string, string>();
  const others: string[] = [];
  const isFolder = targets.size === 0 ? () => false : folderCheck(files);
  for (const link of targets.keys()) {
    const end = follow(link, targets, (path) => isFile(path) || isFolder(path));
    if (end !== undefined && isFile(end)) found.set(link, end);
    else others.push(link);
    if (end !== undefined && isFolder(end)) folders.set(link, end);
  }
  return { files: found, folders, others };
}

/** The folder behind a path that is, or lies in, one of the linked folders. */
export function behindLinks(folders: ReadonlyMap<string, string>, path: string): string | undefined {
  const parts = path.split('/');
  for (let length = parts.length; folders.size > 0 && length > 0; length--) {
    const real = folders.get(parts.slice(0, length).join('/'));
    if (real !== undefined) return [real, ...parts.slice(length)].join('/');
  }
  return undefined;
}

/** Whether a path is a folder that one of the files lies in. */
function folderCheck(files: Iterable<string>): (path: string) => boolean {
  const folders = new Set<string>();
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0 && !folders.has(file.slice(0, end));) {
      folders.add(file.slice(0, end));
      end = file.lastIndexOf('/', end - 1);
    }
  }
  return (path) => folders.has(path);
}

function follow(
  link: string,
  targets: ReadonlyMap<string, string | undefined>,
  isEnd: (path: string) => boolean,
): string | undefined {
  let at = link;
  for (let hops = 0; hops < HOPS; hops++) {
    const target = targets.get(at);
    const next = target === undefined ? undefined : resolve(at, target, targets);
    if (next === undefined || isEnd(next)) return next;
    at = next;
  }
  return undefined;
}

/** A target relative to the folder of its link. A link on the way would change what `..` means: undefined. */
function resolve(link: string, target: string, links: ReadonlyMap<string, unknown>): string | undefined {
  const parts = link.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (links.has(parts.join('/'))) return undefined;
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The target that a link's bytes name; undefined when they are no relative path. */
function targetOf(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined || bytes.length === 0 || bytes.length > LONGEST_TARGET) return undefined;
  try {
    const target = utf8.decode(bytes);
    return target.startsWith('/') || target.includes('\0') ? undefined : target;
  } catch {
    return undefined;
  }
}
