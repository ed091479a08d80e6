import { createHash } from 'node:crypto';
import { byCodePoint } from '../lib/order.ts';
import type { Tree } from './tree.ts';

/** A tree of texts, for tests and examples. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): Tree {
  const contents = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    paths: [...contents.keys()].sort(byCodePoint),
    read: (path) => contents.get(path),
    blobId(path) {
      const bytes = contents.get(path);
      if (bytes === undefined) return undefined;
      return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    },
  };
}
