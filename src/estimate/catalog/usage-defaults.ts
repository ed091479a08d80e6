import type { CatalogEntry, Scalar, SpecObject } from './entry.ts';

/** What is taken for a usage key when nobody states it; null where nothing is. */
export type UsageDefault = { readonly low: Scalar; readonly likely: Scalar; readonly high: Scalar } | null;

/** The usage keys of an entry with their defaults, in the order in which it reads them. */
export function usageDefaults(entry: CatalogEntry): ReadonlyMap<string, UsageDefault> {
  const found = new Map<string, UsageDefault>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { usage, low, likely, high } = node as SpecObject;
    if (typeof usage === 'string' && (found.get(usage) ?? null) === null) {
      const isGiven = low !== undefined && likely !== undefined && high !== undefined;
      found.set(usage, isGiven ? { low, likely, high } : null);
    }
    Object.values(node).forEach(visit);
  };
  visit(entry);
  return found;
}
