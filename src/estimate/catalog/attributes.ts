import type { CatalogEntry, CatalogFile } from './entry.ts';

/** Attributes of each type that the catalog reads, of the resource itself or when others follow to it: their first names. */
export function attributesRead(file: CatalogFile): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (type: string, path: string): void => {
    const names = found.get(type) ?? new Set<string>();
    found.set(type, names);
    names.add(path.split(/[.[]/)[0] ?? path);
  };
  for (const [type, entry] of Object.entries(file.entries)) {
    visitPaths(entry, (path) => {
      const colon = path.indexOf(':');
      const followed = entry.follow?.[path.slice(0, Math.max(colon, 0))];
      if (colon === -1) add(type, path);
      else if (followed !== undefined) add(followed.type, path.slice(colon + 1));
    });
    for (const { via, type: other, match } of Object.values(entry.follow ?? {})) {
      for (const path of via) add(type, path);
      for (const path of match ?? []) add(other, path);
    }
  }
  return found;
}

/** First names of the attributes that an entry reads of its own resource. Worked out once an entry. */
export function attributesOf(entry: CatalogEntry): readonly string[] {
  let names = own.get(entry);
  if (names === undefined) {
    const found = new Set<string>();
    visitPaths(entry, (path) => {
      if (!path.includes(':')) found.add(path.split(/[.[]/)[0] ?? path);
    });
    own.set(entry, (names = [...found]));
  }
  return names;
}

const own = new WeakMap<CatalogEntry, readonly string[]>();

/** Each path that an entry reads: `from`, `count`, and the `each` of groups. */
function visitPaths(node: CatalogEntry | object, visit: (path: string) => void): void {
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if ((name === 'from' || name === 'count' || name === 'each') && typeof value === 'string') visit(value);
    else if (typeof value === 'object' && value !== null) visitPaths(value, visit);
  }
}
