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

/**
 * What differs between the terms of both sides as far as it can be applied alone: fields of an SKU (its price with all tiers
 * is one), whole SKUs that come or go, discounts, commitments, the tax table, rounding. Where the profile refers to another
 * rate card, that is the one difference that all SKUs make.
 */
export function changedParts(base: Terms, head: Terms, change: ProfileChange | undefined): ChangedPart[] {
  const part = (path: string, fields: Partial<Terms>): ChangedPart => ({
    path,
    terms: { ...base, ...fields },
  });
  const byCard = change?.differences.some(({ path }) => path === 'rateCard') ?? false;
  const skus = changedSkus(base.skus, head.skus);
  return [
    ...(byCard && skus.length > 0
      ? [part('rateCard', { skus: head.skus })]
      : skus.map((changed) => part(changed.path, { skus: changed.skus }))),
    ...changedItems(base.discounts, head.discounts, discountKey).map(({ id, items }) =>
      part(`discounts[${id}]`, { discounts: items }),
    ),
    ...changedItems(base.commitments, head.commitments, commitmentKey).map(({ id, items }) =>
      part(`commitments[${id}]`, { commitments: items }),
    ),
    ...(same(base.tax?.rows, head.tax?.rows) ? [] : [part('taxes', { tax: head.tax })]),
    ...(same(base.rounding, head.rounding) ? [] : [part('rounding', { rounding: head.rounding })]),
  ];
}

/**
 * The path under which an effect is shown: that of the only difference within the part, or the part's own where it has
 * several, which only together make the effect.
 */
export function shownPath(part: string, change: ProfileChange | undefined): string {
  const within = (change?.differences ?? []).filter(
    ({ path }) => path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`),
  );
  return within.length === 1 ? (within[0]?.path ?? part) : part;
}

function changedSkus(base: readonly Sku[], head: readonly Sku[]): { path: string; skus: readonly Sku[] }[] {
  const [before, after] = [byId(base), byId(head)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    const path = `skus[${id}]`;
    if (now === undefined) return [{ path, skus: base.filter((sku) => sku !== old) }];
    if (old === undefined) return [{ path, skus: [...base, now] }];
    return SKU_FIELDS.filter((field) => !same(old[field], now[field])).map((field) => ({
      path: `${path}.${field}`,
      skus: base.map((sku) => (sku === old ? { ...old, [field]: now[field] } : sku)),
    }));
  });
}

function changedItems<T extends { readonly id: string }>(
  base: readonly T[],
  head: readonly T[],
  keyOf: (item: T) => string,
): { id: string; items: readonly T[] }[] {
  const [before, after] = [byId(base), byId(head)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    if (old !== undefined && now !== undefined && keyOf(old) === keyOf(now)) return [];
    if (old === undefined) return now === undefined ? [] : [{ id, items: [...base, now] }];
    return [{ id, items: base.flatMap((item) => (item === old ? (now ?? []) : item)) }];
  });
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
