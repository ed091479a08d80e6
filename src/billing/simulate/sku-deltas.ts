import { byCodePoint } from '../../lib/order.ts';
import type { SkuDelta } from '../../model/billing/simulation.ts';
import type { Sku, Terms } from '../../model/billing/terms.ts';
import { marginOf, NO_FIGURES, plusFigures, type LineFigures } from './line-tally.ts';
import type { RatedPair } from './rated-pair.ts';
import { perOne, sides, UNKNOWN_SIDES } from './sides.ts';
import type { LineSides, Side } from './tally.ts';

/** Lines of one id of one profile, of all pairs of terms. */
interface Group {
  readonly profile: string;
  readonly line: LineSides;
  /** The SKU in all terms that have it; none for a commitment. */
  readonly skus: readonly { readonly sku: Sku; readonly side: Side }[];
}

/** What each SKU and each commitment makes on both sides, by profile and id. One on one side only makes 0 on the other. */
export function skuDeltas(pairs: readonly RatedPair[]): SkuDelta[] {
  const groups = new Map<string, Group>();
  for (const pair of pairs) {
    for (const found of groupsOf(pair)) {
      const key = [found.profile, found.line.id, found.line.kind].join(' ');
      const known = groups.get(key);
      groups.set(key, known === undefined ? found : merged(known, found));
    }
  }
  const sorted = [...groups].sort(([a], [b]) => byCodePoint(a, b));
  return sorted.map(([, group]) => skuDelta(group));
}

/** A customer that moves to another profile leaves the SKUs of the old one: they are not those of the new one. */
function groupsOf({ base, head, lines }: RatedPair): Group[] {
  const stays = base !== null && head !== null && base.id === head.id;
  return lines.flatMap((line): Group[] => {
    if (stays)
      return [
        { profile: head.id, line, skus: [...skusOf(base, line, 'base'), ...skusOf(head, line, 'head')] },
      ];
    const [old, now] = [oneSide(line, 'base'), oneSide(line, 'head')];
    return [
      ...(base !== null && line.on.base
        ? [{ profile: base.id, line: old, skus: skusOf(base, line, 'base') }]
        : []),
      ...(head !== null && line.on.head
        ? [{ profile: head.id, line: now, skus: skusOf(head, line, 'head') }]
        : []),
    ];
  });
}

function skusOf(terms: Terms, { kind, id }: LineSides, side: Side): Group['skus'] {
  const sku = kind === 'usage' ? terms.skus.find((item) => item.id === id) : undefined;
  return sku === undefined ? [] : [{ sku, side }];
}

function oneSide(line: LineSides, side: Side): LineSides {
  const figures = (of: Side): LineFigures => (of === side ? line[of] : NO_FIGURES);
  return {
    ...line,
    base: figures('base'),
    head: figures('head'),
    on: { base: side === 'base' && line.on.base, head: side === 'head' && line.on.head },
  };
}

function merged(a: Group, b: Group): Group {
  const line: LineSides = {
    ...a.line,
    base: plusFigures(a.line.base, b.line.base),
    head: plusFigures(a.line.head, b.line.head),
    on: { base: a.line.on.base || b.line.on.base, head: a.line.on.head || b.line.on.head },
  };
  return { ...a, line, skus: [...a.skus, ...b.skus] };
}

function skuDelta({ profile, line, skus }: Group): SkuDelta {
  const shown = skus.findLast(({ side }) => side === 'head') ?? skus.at(-1);
  const { base, head, on } = line;
  const isCounted = line.kind === 'usage' && isSameUnit(skus.map(({ sku }) => sku));
  const perUnit = (side: Side) => (on[side] ? perOne(line[side].revenue, line[side].quantity) : null);
  return {
    sku: line.id,
    kind: line.kind,
    profile,
    unit: shown?.sku.unit ?? null,
    quantity: on.head ? head.quantity : base.quantity,
    revenue: sides(base.revenue, head.revenue),
    perUnit: isCounted ? sides(perUnit('base'), perUnit('head')) : UNKNOWN_SIDES,
    margin: sides(marginOf(base), marginOf(head)),
  };
}

/** Quantities of another unit, or metered in another way, are not of one kind. */
function isSameUnit(skus: readonly Sku[]): boolean {
  const kinds = new Set(skus.map(({ unit, meter }) => [unit, meter.aggregate, meter.window].join(' ')));
  return kinds.size <= 1;
}
