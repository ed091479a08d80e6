import { byCodePoint } from '../../lib/order.ts';
import type { CatalogEntry, CatalogFile, Follow } from './entry.ts';
import { pathKeys } from './path.ts';

/** Attributes of each type that the catalog reads, of the resource itself or when others follow to it: their first names. */
export function attributesRead(entries: CatalogFile['entries']): CatalogFile['attributes'] {
  const found = new Map<string, Set<string>>();
  const add = (type: string, path: string): void => {
    const names = found.get(type) ?? new Set<string>();
    found.set(type, names);
    names.add(path.split(/[.[]/)[0] ?? path);
  };
  for (const [type, entry] of Object.entries(entries)) {
    visitPaths(entry, (path) => {
      const colon = path.indexOf(':');
      const followed = entry.follow?.[path.slice(0, Math.max(colon, 0))];
      if (colon === -1) add(type, path);
      else if (followed !== undefined)
        for (const other of typesOf(followed)) add(other, path.slice(colon + 1));
    });
    for (const follow of Object.values(entry.follow ?? {})) {
      for (const path of follow.via) add(type, path);
      for (const other of typesOf(follow)) for (const path of follow.match ?? []) add(other, path);
    }
  }
  return Object.fromEntries(
    [...found]
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([type, names]) => [type, [...names].sort(byCodePoint)]),
  );
}

/** The types that an entry follows to. */
export function typesOf({ type, or = [] }: Follow): string[] {
  return [type, ...or];
}

/** Names in the paths that an entry reads of its own resource: those that they begin with, and all of them. */
export interface NamesRead {
  readonly first: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
}

/** The names that an entry reads. Worked out once an entry. */
export function namesOf(entry: CatalogEntry): NamesRead {
  const known = named.get(entry);
  if (known !== undefined) return known;
  const [first, anywhere] = [new Set<string>(), new Set<string>()];
  visitPaths(entry, (path) => {
    if (path.includes(':')) return;
    const names = pathKeys(path);
    first.add(names[0] ?? path);
    for (const name of names) anywhere.add(name);
  });
  const found = { first, anywhere };
  named.set(entry, found);
  return found;
}

const named = new WeakMap<CatalogEntry, NamesRead>();

/** Each path that an entry reads: `from`, `count`, and the `each` of groups. */
function visitPaths(node: CatalogEntry | object, visit: (path: string) => void): void {
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if (name === 'where' && typeof value === 'object' && value !== null) Object.keys(value).forEach(visit);
    else if ((name === 'from' || name === 'count' || name === 'each') && typeof value === 'string')
      visit(value);
    else if (typeof value === 'object' && value !== null) visitPaths(value, visit);
  }
}
