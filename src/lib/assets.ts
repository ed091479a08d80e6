import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

declare const TOLLGATE_BUNDLED: boolean | undefined;

/** The folder that ships with the product: prices/, catalog/, policies/, schema/, examples/ lie in it. */
const root = new URL(typeof TOLLGATE_BUNDLED === 'undefined' ? '../../' : '../', import.meta.url);

/** The absolute path of a file or folder that ships with the product, such as `prices/manifest.json`. */
export function assetPath(name: string): string {
  return fileURLToPath(new URL(name, root));
}

/** The bytes of a file that ships with the product. */
export function readAsset(name: string): Buffer {
  return readFileSync(new URL(name, root));
}
