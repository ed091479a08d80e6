import type { ProfileChange } from '../../model/profile.ts';
import type { Sku, Terms } from '../../model/billing/terms.ts';
import { commitmentKey, discountKey } from './rating-key.ts';

/** One thing that differs between two terms, and the old terms with only that as it is in the new ones. */
export interface ChangedPart {
  /** As paths of differences begin: `skus[api].price`, `discounts[loyal]`, `taxes`. */
  readonly path: string;
  readonly terms: Terms;
}

/** What an SKU is rated by, field by field. */
const SKU_FIELDS = [
  ...([
    'price',
    'freeQuantity',
    'convert',
    'minAmount',
    'maxAmount',
    'meter',
    'proration',
    'taxCategory',
  ] as const),
];

/** One part as it is found, to be taken into any terms. */
interface Edit {
  readonly path: string;
  readonly fields: (terms: Terms) => Partial<Terms>;
}

/** Differences that change no part by themselves, but what it is made of. */
const INDIRECT = /^(?:extends$|rateCard$|params\b)/;

/**
 * What differs between the terms of both sides as far as it can be applied alone: fields of an SKU (its price with all tiers
 * is one), whole SKUs that come or go, discounts, commitments, the tax table, rounding. Where the profile says otherwise what it is made
 * of (a parameter, a rate card, the profile that it extends) and that is the only such difference, all that follows from it is one part.
 */
export function changedParts(base: Terms, head: Terms, change: ProfileChange | undefined): ChangedPart[] {
  const edits = changedEdits(base, head);
  const [indirect, ...others] = (change?.differences ?? []).filter(({ path }) => INDIRECT.test(path));
  const isOnly = indirect !== undefined && others.length === 0;
  const following = isOnly ? edits.filter(({ path }) => shownPath(path, change) === null) : [];
  const alone = edits.filter((edit) => !following.includes(edit));
  return [
    ...alone.map((edit) => ({ path: edit.path, terms: applied(base, [edit]) })),
    ...(following.length === 0 || indirect === undefined
      ? []
      : [{ path: indirect.path, terms: applied(base, following) }]),
  ];
}

/**
 * The path under which an effect is shown: that of the only difference within the part, that of the one that the part lies within, or the
 * part's own where it has several, which only together make the effect. Null: no difference is of this part.
 */
export function shownPath(part: string, change: ProfileChange | undefined): string | null {
  const paths = (change?.differences ?? []).map(({ path }) => path);
  const [only, ...others] = paths.filter((path) => isWithin(path, part));
  if (only !== undefined) return others.length === 0 ? only : part;
  return paths.filter((path) => isWithin(part, path)).at(-1) ?? null;
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

function applied(base: Terms, edits: readonly Edit[]): Terms {
  return edits.reduce((terms, { fields }) => ({ ...terms, ...fields(terms) }), base);
}

function changedEdits(base: Terms, head: Terms): Edit[] {
  return [
    ...changedSkus(base.skus, head.skus),
    ...changedItems(base.discounts, head.discounts, discountKey).map(({ id, items }): Edit => ({
      path: `discounts[${id}]`,
      fields: ({ discounts }) => ({ discounts: items(discounts) }),
    })),
    ...changedItems(base.commitments, head.commitments, commitmentKey).map(({ id, items }): Edit => ({
      path: `commitments[${id}]`,
      fields: ({ commitments }) => ({ commitments: items(commitments) }),
    })),
    ...(same(base.tax?.rows, head.tax?.rows) ? [] : [{ path: 'taxes', fields: () => ({ tax: head.tax }) }]),
    ...(same(base.rounding, head.rounding)
      ? []
      : [{ path: 'rounding', fields: () => ({ rounding: head.rounding }) }]),
  ];
}

function changedSkus(base: readonly Sku[], head: readonly Sku[]): Edit[] {
  const [before, after] = [byId(base), byId(head)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const edit = (path: string, change: (skus: readonly Sku[]) => readonly Sku[]): Edit => ({
    path,
    fields: ({ skus }) => ({ skus: change(skus) }),
  });
  return ids.flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    const path = `skus[${id}]`;
    if (now === undefined) return [edit(path, (skus) => skus.filter((sku) => sku.id !== id))];
    if (old === undefined) return [edit(path, (skus) => [...skus, now])];
    return SKU_FIELDS.filter((field) => !same(old[field], now[field])).map((field) =>
      edit(`${path}.${field}`, (skus) =>
        skus.map((sku) => (sku.id === id ? { ...sku, [field]: now[field] } : sku)),
      ),
    );
  });
}

/** What came, went or is another one, with the list after that. */
function changedItems<T extends { readonly id: string }>(
  base: readonly T[],
  head: readonly T[],
  keyOf: (item: T) => string,
): { id: string; items: (all: readonly T[]) => readonly T[] }[] {
  const [before, after] = [byId(base), byId(head)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    if (old !== undefined && now !== undefined && keyOf(old) === keyOf(now)) return [];
    if (now === undefined) return [{ id, items: (all) => all.filter((item) => item.id !== id) }];
    if (old === undefined) return [{ id, items: (all) => [...all, now] }];
    return [{ id, items: (all) => all.map((item) => (item.id === id ? now : item)) }];
  });
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
