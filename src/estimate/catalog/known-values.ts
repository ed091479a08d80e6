import type { CatalogEntry, Condition } from './entry.ts';
import { textsOf, valuesOf } from './values.ts';

/** The texts of each named value that an entry knows what to do with. */
export type KnownValues = ReadonlyMap<string, ReadonlySet<string>>;

type Conditions = { readonly when?: Condition; readonly unless?: Condition };

/**
 * Of each value that a component applies for only when it is one of some texts: all texts that the entry names for it. Another one
 * is a value that nobody thought of, and not one that costs nothing. Worked out once an entry.
 */
export function knownValues(entry: CatalogEntry): KnownValues {
  const found = known.get(entry);
  if (found !== undefined) return found;
  const groups = entry.groups ?? [];
  const conditions: readonly Conditions[] = [
    ...entry.components,
    ...groups.flatMap((group): Conditions[] => [group, ...group.components]),
  ];
  const texts = new Map<string, Set<string>>();
  for (const { when = {} } of conditions) {
    for (const name of Object.keys(when)) texts.set(name, new Set());
  }
  for (const wanted of conditions.flatMap(({ when = {}, unless = {} }) => [when, unless])) {
    for (const [name, condition] of Object.entries(wanted)) {
      for (const text of textsOf(condition) ?? []) texts.get(name)?.add(text);
    }
  }
  for (const read of [entry.read ?? {}, ...groups.map((group) => group.read ?? {})]) {
    for (const [name, named] of texts) {
      const spec = Object.hasOwn(read, name) ? read[name] : undefined;
      if (spec === undefined) continue;
      for (const text of valuesOf(spec, { ...entry.read, ...read }).texts) named.add(text);
    }
  }
  const result = new Map([...texts].filter(([, named]) => named.size > 0));
  known.set(entry, result);
  return result;
}

const known = new WeakMap<CatalogEntry, KnownValues>();
