/** Links that are followed one after another before a chain counts as endless. */
const HOPS = 10;

/** A longer text is no path that a system would take. */
const LONGEST_TARGET = 4096;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Where the symbolic links of a tree lead. */
export interface FollowedLinks {
  /** The regular file behind a link, by the path of the link. */
  readonly files: ReadonlyMap<string, string>;
  /** Links that are not followed. */
  readonly others: readonly string[];
}

/**
 * Follows links to regular files of the same tree by the texts of the links alone: nothing on disk is followed. Not
 * followed are links out of the repository, to a folder, through a linked folder, in a circle, or to nothing.
 * `textOf` gives the bytes of a link.
 */
export function followLinks(
  links: Iterable<string>,
  textOf: (link: string) => Uint8Array | undefined,
  isFile: (path: string) => boolean,
): FollowedLinks {
  const targets = new Map([...links].map((link) => [link, targetOf(textOf(link))]));
  const files = new Map<string, string>();
  const others: string[] = [];
  for (const link of targets.keys()) {
    const file = follow(link, targets, isFile);
    if (file === undefined) others.push(link);
    else files.set(link, file);
  }
  return { files, others };
}

function follow(
  link: string,
  targets: ReadonlyMap<string, string | undefined>,
  isFile: (path: string) => boolean,
): string | undefined {
  let at = link;
  for (let hops = 0; hops < HOPS; hops++) {
    const target = targets.get(at);
    const next = target === undefined ? undefined : resolve(at, target, targets);
    if (next === undefined || isFile(next)) return next;
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
