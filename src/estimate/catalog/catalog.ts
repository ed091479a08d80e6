import { readAsset } from '../../lib/assets.ts';
import type { CatalogEntry, FreeType, SpecObject } from './entry.ts';
import { openCatalogText } from './file.ts';

/** What is known of resource types: how they are priced, or why they are free. */
export interface Catalog {
  /** The entry of a Terraform type that has a price. */
  entry(type: string): CatalogEntry | undefined;
  /** Why a type costs nothing by itself; undefined when it is in no list or has a price. */
  free(type: string): FreeType | undefined;
  /** Attributes of a type whose change makes the cloud replace the resource; none for types in no list. */
  replaceOn(type: string): readonly string[];
  /** First names of the attributes of a type that figures rest on. */
  attributes(type: string): ReadonlySet<string>;
  /** Keys of the usage file that an entry reads, sorted; undefined for types without an entry. */
  usageKeys(type: string): readonly string[] | undefined;
  /** Those of them whose value may be a text, such as an operating system: all others are figures. */
  textKeys(type: string): readonly string[];
  /** All types in it, sorted as in the file. */
  readonly types: { readonly priced: readonly string[]; readonly free: readonly string[] };
}

/** Opens the compiled catalog that ships with the product. */
export function openCatalog(): Catalog {
  const opened = openCatalogText(readAsset('catalog/catalog.json').toString('utf8'));
  const ofEntry = <T>(type: string, read: (entry: CatalogEntry) => T): T | undefined => {
    const entry = opened.entry(type);
    return entry === undefined ? undefined : read(entry);
  };
  return {
    entry: (type) => opened.entry(type),
    free: (type) => opened.free(type),
    replaceOn: (type) => opened.entry(type)?.replaceOn ?? [],
    attributes: (type) => new Set(opened.attributes(type)),
    usageKeys: (type) => ofEntry(type, usageKeysOf),
    textKeys: (type) => ofEntry(type, textKeysOf) ?? [],
    types: opened.types,
  };
}

function usageKeysOf(entry: CatalogEntry): string[] {
  const keys = new Set<string>();
  visitUsage(entry, false, (key) => keys.add(key));
  return [...keys].sort();
}

function textKeysOf(entry: CatalogEntry): string[] {
  const keys = new Set<string>();
  visitUsage(entry, false, (key, isText) => isText && keys.add(key));
  return [...keys].sort();
}

/** Each usage key of an entry, and whether it stands in a value that is a text: mapped, or one by default. */
function visitUsage(node: unknown, isText: boolean, found: (key: string, isText: boolean) => unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const { map, default: fallback, assume } = node as SpecObject;
  const isMapped = !Array.isArray(node) && map !== undefined;
  const isTextHere = isText || isMapped || isWord(fallback) || isWord(assume);
  for (const [name, value] of Object.entries(node)) {
    if (name === 'usage' && typeof value === 'string') found(value, isTextHere);
    else visitUsage(value, isTextHere, found);
  }
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && !/^\d/.test(value);
}
