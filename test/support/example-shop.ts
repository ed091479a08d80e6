import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { assetPath } from '../../src/lib/assets.ts';

/** The files of the example shop, the layers laid over each other: `base`, then `change`. */
export function exampleShop(layers: readonly ('base' | 'change')[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const layer of layers) {
    const root = assetPath(`examples/shop/${layer}`);
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files[relative(root, path)] = readFileSync(path, 'utf8');
    }
  }
  return files;
}
