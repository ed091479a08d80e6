import { readAsset } from '../lib/assets.ts';
import { USAGE_ONLY_TYPES } from '../model/usage-only.ts';

/** Where the tags of a resource type are written. */
export interface Taggable {
  /** Path of the argument; `[]` is a nested block: `settings[].user_labels`. */
  readonly attribute: string;
  readonly shape: 'map' | 'asg-tag-block' | 'kv-block';
  /** The provider's default tags or labels reach the type. */
  readonly defaults: boolean;
  /** The versions of the provider that are known to take tags there; with neither all are. */
  readonly since?: string;
  readonly until?: string;
}

/** Which resource types take tags. */
export interface TaggableTable {
  /** Where the tags are; `no`: the type takes none; undefined: the type is in no table. */
  find(type: string): Taggable | 'no' | undefined;
}

interface TableFile {
  readonly taggable: readonly (Taggable & { readonly types: readonly string[] })[];
  readonly notTaggable: readonly string[];
}

const providers = new Set(['aws', 'azurerm', 'google']);
const loaded = new Map<string, ReadonlyMap<string, Taggable | 'no'>>();

/** The tables of the AWS, Azure and Google providers, built from their schemas. Each is read when first needed. */
export const taggableTable: TaggableTable = {
  find(type) {
    if (USAGE_ONLY_TYPES.has(type)) return 'no';
    const provider = type.slice(0, Math.max(type.indexOf('_'), 0));
    return providers.has(provider) ? table(provider).get(type) : undefined;
  },
};

function table(provider: string): ReadonlyMap<string, Taggable | 'no'> {
  let types = loaded.get(provider);
  if (types === undefined) {
    types = readTable(JSON.parse(readAsset(`taggable/${provider}.json`).toString('utf8')) as TableFile);
    loaded.set(provider, types);
  }
  return types;
}

function readTable({ taggable, notTaggable }: TableFile): ReadonlyMap<string, Taggable | 'no'> {
  const types = new Map<string, Taggable | 'no'>();
  for (const { types: names, ...where } of taggable) for (const name of names) types.set(name, where);
  for (const name of notTaggable) types.set(name, 'no');
  return types;
}
