import { createHash } from 'node:crypto';
import { byCodePoint } from '../../src/lib/order.ts';
import type { SkipReason } from '../../src/model/skipped.ts';
import type { Tree } from '../../src/tree/tree.ts';

/** A tree of texts; `skipped` names files that are there and cannot be read. */
export function memoryTree(
  files: Readonly<Record<string, string | Uint8Array>>,
  skipped: Readonly<Record<string, SkipReason>> = {},
): Tree {
  const contents = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    paths: [...contents.keys()].sort(byCodePoint),
    skipped: Object.entries(skipped).map(([path, reason]) => ({ path, reason })),
    read: (path) => contents.get(path),
    unreadable: (path) => skipped[path],
    blobId(path) {
      const bytes = contents.get(path);
      if (bytes === undefined) return undefined;
      return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    },
  };
}
