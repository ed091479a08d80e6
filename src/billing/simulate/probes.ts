import { decimal, type Decimal } from '../../lib/decimal.ts';
import type { Probe } from '../../model/billing/simulation.ts';
import type { Sku, Terms } from '../../model/billing/terms.ts';
import type { SourceRange } from '../../model/source.ts';
import { jumpsOf, priceInput, stepOf } from './bounds.ts';
import { priceOf } from './price-of.ts';
import { sides } from './sides.ts';

/** So many bounds of an SKU are probed, from the lowest on. */
const MOST_BOUNDS = 12;
/** So many SKUs of a profile are probed, in the order of the file. */
const MOST_SKUS = 100;

const ONE = decimal('1');

export interface ProbeTable {
  readonly probes: readonly Probe[];
  /** What was left out, one sentence each. */
  readonly leftOut: readonly string[];
}

/** One quantity that is probed: beside which bound it lies, and on which side of it. */
interface Point {
  readonly quantity: Decimal;
  readonly bound: Decimal | null;
  readonly at: Probe['at'];
}

/**
 * Each SKU whose price differs between two versions, at one unit and around each bound of both: what the old and the new
 * price make of it. An SKU that is on one side only has no amount on the other. `placeOf` finds the price in its file.
 */
export function probesOf(
  base: Terms | null,
  head: Terms | null,
  placeOf: (sku: string) => SourceRange | null,
): ProbeTable {
  const pairs = changedSkus(base, head);
  const tables = pairs.slice(0, MOST_SKUS).map((pair) => probeSku(pair, placeOf(pair.id)));
  const rest = pairs.slice(MOST_SKUS);
  const leftOut =
    rest.length === 0
      ? []
      : [
          `Only the first ${MOST_SKUS} of ${pairs.length} changed SKUs of ${(head ?? base)?.id ?? ''} are probed.`,
        ];
  return {
    probes: tables.flatMap(({ probes }) => probes),
    leftOut: [...tables.flatMap((table) => table.leftOut), ...leftOut],
  };
}

interface Side {
  readonly terms: Terms;
  readonly sku: Sku;
}

interface SkuPair {
  readonly id: string;
  readonly base: Side | null;
  readonly head: Side | null;
}

function changedSkus(base: Terms | null, head: Terms | null): SkuPair[] {
  const ids = new Set([...(head?.skus ?? []), ...(base?.skus ?? [])].map(({ id }) => id));
  const pairs = [...ids].map((id) => ({ id, base: sideOf(base, id), head: sideOf(head, id) }));
  return pairs.filter(
    ({ base: old, head: now }) => old === null || now === null || priceKey(old.sku) !== priceKey(now.sku),
  );
}

/** Text of what an amount is priced by: two SKUs with the same text cost the same, whatever they cost us. */
function priceKey({ price, freeQuantity, convert, minAmount, maxAmount, unit, meter }: Sku): string {
  return JSON.stringify([price, freeQuantity, convert, minAmount, maxAmount, unit, meter]);
}

function sideOf(terms: Terms | null, id: string): Side | null {
  const sku = terms?.skus.find((item) => item.id === id);
  return terms === null || sku === undefined ? null : { terms, sku };
}

function probeSku(pair: SkuPair, source: SourceRange | null): ProbeTable {
  const present = [pair.base, pair.head].flatMap((side) => side ?? []);
  const bounds = merged(present.flatMap(({ sku }) => jumpsOf(sku)));
  const probes = pointsOf(bounds.slice(0, MOST_BOUNDS)).map((point) => probe(pair, point, source));
  const leftOut =
    bounds.length > MOST_BOUNDS
      ? [`Only the lowest ${MOST_BOUNDS} of ${bounds.length} bounds of ${pair.id} are probed.`]
      : [];
  return { probes, leftOut };
}

function merged(bounds: readonly Decimal[]): Decimal[] {
  const byText = new Map(bounds.map((bound) => [bound.toFixed(), bound]));
  return [...byText.values()].sort((a, b) => a.cmp(b));
}

/** One unit, then each bound with its neighbours; a quantity that two of them ask for is there once. */
function pointsOf(bounds: readonly Decimal[]): Point[] {
  const around = bounds.flatMap((bound): Point[] => {
    const step = stepOf(bound);
    return [
      { quantity: bound, bound, at: 'on' },
      { quantity: bound.minus(step), bound, at: 'below' },
      { quantity: bound.plus(step), bound, at: 'above' },
    ];
  });
  const points = new Map<string, Point>();
  // A bound itself says more than the neighbour of another one, and that more than the single unit.
  const ranked = [
    ...around.filter(({ at }) => at === 'on'),
    ...around,
    { quantity: ONE, bound: null, at: 'unit' as const },
  ];
  for (const point of ranked) {
    const key = point.quantity.toFixed();
    if (point.quantity.gt('0') && !points.has(key)) points.set(key, point);
  }
  return [...points.values()].sort((a, b) => a.quantity.cmp(b.quantity));
}

function probe(
  { id, base, head }: SkuPair,
  { quantity, bound, at }: Point,
  source: SourceRange | null,
): Probe {
  const shown = head ?? base;
  const byAmount = shown !== null && priceInput(shown.sku.price) === 'amount';
  const unit = byAmount ? shown.terms.currency : (shown?.sku.unit ?? '');
  const [old, now] = [base, head].map((side) => amountOf(side, byAmount, quantity));
  return { sku: id, unit, quantity, bound, at, amount: sides(old ?? null, now ?? null), source };
}

/** Null where the price asks for something else than the other side's: a quantity is no amount. */
function amountOf(side: Side | null, byAmount: boolean, input: Decimal): Decimal | null {
  if (side === null || (priceInput(side.sku.price) === 'amount') !== byAmount) return null;
  return priceOf(side.terms, side.sku, input);
}
