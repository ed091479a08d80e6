/** What a provider's schema says of one type that takes tags. */
interface TypeFacts {
  readonly attribute: string;
  readonly shape: string;
  readonly defaults: boolean;
  readonly taggableBy?: string;
  readonly lastSeen?: string;
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
 * The table that ships: types grouped by where their tags are. `since`, `until`: the versions of the provider that are known
 * to accept tags there; of others nothing is known. Types that took tags once are in such a group, and not under `notTaggable`.
 */
export function compactTable(facts: TaggableFacts): string {
  const groups = new Map<string, string[]>();
  for (const [type, entry] of [...Object.entries(facts.taggable), ...Object.entries(facts.legacyTaggable)]) {
    const { attribute, shape, defaults, taggableBy: since, lastSeen: until } = entry;
    const key = JSON.stringify({ attribute, shape, defaults, since, until });
    groups.set(key, [...(groups.get(key) ?? []), type]);
  }
  const taggable = [...groups]
    .sort()
    .map(([key, types]) => ({ ...(JSON.parse(key) as object), types: types.sort() }));
  const notTaggable = facts.notTaggable.filter((type) => !Object.hasOwn(facts.legacyTaggable, type));
  return `${JSON.stringify({ provider: facts.provider, providerVersion: facts.providerVersion, taggable, notTaggable })}\n`;
}
