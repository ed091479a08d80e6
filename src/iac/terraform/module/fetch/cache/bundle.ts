import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import { isRecord } from '../registry/json.ts';

/** A package as it was fetched: its files, and the folder in it that its address means. */
export interface FetchedPackage {
  readonly files: PackedFiles;
  /** `""`, or the folder that a registry named in its answer. */
  readonly folder: string;
}

/**
 * A package as bytes: one line of JSON with names and sizes, then the contents one after another. Equal packages give
 * equal bytes.
 */
export function encodeBundle({ files, folder }: FetchedPackage): Uint8Array {
  const sizes = (entries: ReadonlyMap<string, Uint8Array>) =>
    [...entries].map(([path, bytes]) => [path, bytes.length] as const);
  const head = {
    folder,
    files: sizes(files.files),
    links: sizes(files.links),
    submodules: [...files.submodules],
    skipped: files.skipped,
  };
  const contents = [...files.files.values(), ...files.links.values()];
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...contents]);
}

/** The package that bytes hold; undefined when they are not what `encodeBundle` writes. */
export function decodeBundle(bytes: Uint8Array): FetchedPackage | undefined {
  const end = bytes.indexOf(10);
  const head: unknown = end === -1 ? undefined : parse(bytes.subarray(0, end));
  if (!isHead(head)) return undefined;
  let at = end + 1;
  const take = (sizes: readonly (readonly [string, number])[]): Map<string, Uint8Array> =>
    new Map(sizes.map(([path, size]) => [path, bytes.subarray(at, (at += size))]));
  const [files, links] = [take(head.files), take(head.links)];
  if (at !== bytes.length) return undefined;
  const { submodules, skipped, folder } = head;
  return { files: { files, links, submodules: new Map(submodules), skipped }, folder };
}

interface Head {
  readonly folder: string;
  readonly files: readonly (readonly [string, number])[];
  readonly links: readonly (readonly [string, number])[];
  readonly submodules: readonly (readonly [string, string])[];
  readonly skipped: PackedFiles['skipped'];
}

/** The digest of the bytes was checked: what is looked at here is that they are of this version of the form. */
function isHead(value: unknown): value is Head {
  if (!isRecord(value)) return false;
  const lists = ['files', 'links', 'submodules', 'skipped'].map((name) => value[name]);
  return typeof value['folder'] === 'string' && lists.every(Array.isArray);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
