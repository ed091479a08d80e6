import { createHash } from 'node:crypto';
import { byCodePoint } from '../lib/order.ts';
import type { SkippedFile } from '../model/skipped.ts';
import { behindLinks, followLinks } from './links.ts';
import type { Tree } from './tree.ts';

/** What a package holds: a repository or an archive that was fetched, or a folder beside the repository. */
export interface PackedFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The texts of symbolic links. */
  readonly links: ReadonlyMap<string, Uint8Array>;
  readonly submodules: ReadonlyMap<string, string>;
  /** What is there and was not taken. */
  readonly skipped: readonly SkippedFile[];
}

/** The tree of files in memory: links are followed by their texts, within the package and to regular files only. */
export function packedTree({ files, links, submodules, skipped }: PackedFiles): Tree {
  const followed = followLinks(
    links.keys(),
    (link) => links.get(link),
    (path) => files.has(path),
    files.keys(),
  );
  const reasons = new Map(skipped.map(({ path, reason }) => [path, reason]));
  for (const path of followed.others) reasons.set(path, 'symbolic link');
  const ids = new Map<string, string>();
  const read = (path: string): Uint8Array | undefined => files.get(followed.files.get(path) ?? path);

  function blobId(path: string): string | undefined {
    const known = ids.get(path);
    const bytes = known === undefined ? read(path) : undefined;
    if (bytes === undefined) return known;
    const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    ids.set(path, id);
    return id;
  }

  return {
    paths: [...files.keys(), ...followed.files.keys()].sort(byCodePoint),
    skipped: [...reasons].map(([path, reason]) => ({ path, reason })),
    read,
    blobId,
    unreadable: (path) => reasons.get(path),
    realPath: (path) => followed.files.get(path) ?? path,
    linkedFolder: (path) => behindLinks(followed.folders, path),
    submodules,
  };
}
