/** What a provider's schema says of one type that takes tags. */
interface TypeFacts {
  readonly attribute: string;
  readonly shape: string;
  readonly defaults: boolean;
  readonly taggableBy?: string;
}

/** A file under `facts/`. */
export interface TaggableFacts {
  readonly provider: string;
  readonly providerVersion: string;
  readonly taggable: Readonly<Record<string, TypeFacts>>;
  readonly legacyTaggable: Readonly<Record<string, TypeFacts>>;
  readonly notTaggable: readonly string[];
}

/**
 * The table that ships: types grouped by where their tags are. `someVersions`: only some versions of the provider accept
 * tags there. Types that took tags once are in such a group, and not under `notTaggable`.
 */
export function compactTable(facts: TaggableFacts): string {
  const groups = new Map<string, string[]>();
  const legacy = Object.entries(facts.legacyTaggable).map(([type, entry]) => ({ type, entry, some: true }));
  const current = Object.entries(facts.taggable).map(([type, entry]) => ({
    type,
    entry,
    some: entry.taggableBy !== undefined,
  }));
  for (const { type, entry, some } of [...current, ...legacy]) {
    const { attribute, shape, defaults } = entry;
    const key = JSON.stringify({ attribute, shape, defaults, ...(some ? { someVersions: true } : {}) });
    groups.set(key, [...(groups.get(key) ?? []), type]);
  }
  const taggable = [...groups]
    .sort()
    .map(([key, types]) => ({ ...(JSON.parse(key) as object), types: types.sort() }));
  const notTaggable = facts.notTaggable.filter((type) => !Object.hasOwn(facts.legacyTaggable, type));
  return `${JSON.stringify({ provider: facts.provider, providerVersion: facts.providerVersion, taggable, notTaggable })}\n`;
}
