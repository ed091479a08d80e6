import type { LeftOut, PriceConflict } from '../../../model/prices-sync.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { type ListedRate, ListProblem, type LostTier, type RateSink } from '../port.ts';
import type { ListContent, ListedCell, ListedRegion } from './content.ts';
import { gatherTiers, type TierRate } from './tiers.ts';

/** Rates of one list, reasons for rows without a price, and conflicts that are listed. */
const MOST_RATES = 1_000_000;
const MOST_REASONS = 50;
const MOST_EXAMPLES = 3;
const MOST_CONFLICTS = 1_000;

const TELL_EVERY = 10_000;

/**
 * Characters of a key or a SKU: none breaks the matrix of a shard, whose cells end at commas, and none is a control, a mark of
 * direction or another that draws nothing and lets two keys look the same.
 */
const PLAIN = /^[^,\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,300}$/u;

/** `eu-west-1`, `westeurope`, `zone:1`, `nam4`. */
const REGION = /^[a-z0-9:-]{1,60}$/;

/** The rates of one region of one shard. */
interface Place extends Omit<ListedRegion, 'cells'> {
  readonly byKey: Map<string, TierRate[]>;
  /** Keys that lack a tier, and why. */
  readonly lost: Map<string, { readonly reason: string; readonly isBase: boolean }>;
}

/** Takes the rates of one list and makes prices of them. */
export class Gatherer implements RateSink {
  #rows = 0;
  #rates = 0;
  readonly #told: (rows: number) => void;
  /** Few places and many keys: what is the same for a place is held once. */
  readonly #places = new Map<string, Place>();
  readonly #leftOut = new Map<string, { rows: number; readonly examples: string[] }>();

  /** `told` hears now and then how many rows were read. */
  constructor(told: (rows: number) => void = () => undefined) {
    this.#told = told;
  }

  row(): void {
    if (++this.#rows % TELL_EVERY === 0) this.#told(this.#rows);
  }

  /** A price in another currency than the book's is left out: converting is not the list's business. */
  rate(rate: ListedRate): void {
    const { region, key, unit, from, price, sku, currency } = rate;
    const isPlain = [key.replaceAll(',', ''), sku === '' ? '-' : sku].every((text) => PLAIN.test(text));
    if (!isPlain || !REGION.test(region) || currency !== 'USD') {
      const reason =
        currency === 'USD'
          ? 'the key, the region or the SKU cannot stand in the book'
          : 'the price is not in USD';
      this.leftOut(reason, key, { ...rate, isBase: false });
      return;
    }
    this.#count();
    const { byKey } = this.#place(rate);
    const rates = byKey.get(key);
    if (rates === undefined) byKey.set(key, [{ unit, from, price, sku }]);
    else rates.push({ unit, from, price, sku });
  }

  #count(): void {
    if (++this.#rates > MOST_RATES) throw new ListProblem(`The list has more than ${MOST_RATES} prices.`);
  }

  #place({ service, option, region }: Pick<ListedRate, 'service' | 'option' | 'region'>): Place {
    const id = [service, option, region].join('\n');
    let found = this.#places.get(id);
    if (found === undefined) {
      found = {
        service,
        ...(option === undefined ? {} : { option }),
        region,
        byKey: new Map(),
        lost: new Map(),
      };
      this.#places.set(id, found);
    }
    return found;
  }

  leftOut(reason: string, example: string, lost?: LostTier): void {
    if (lost !== undefined) this.#lose(lost, reason);
    const isNew = !this.#leftOut.has(reason);
    const name = isNew && this.#leftOut.size >= MOST_REASONS ? 'other reasons' : reason.slice(0, 200);
    const found = this.#leftOut.get(name) ?? { rows: 0, examples: [] };
    this.#leftOut.set(name, found);
    found.rows++;
    if (found.examples.length < MOST_EXAMPLES) found.examples.push(example.slice(0, 200));
  }

  #lose({ key, isBase, ...place }: LostTier, reason: string): void {
    this.#count();
    const { lost } = this.#place(place);
    if (lost.get(key)?.isBase !== false) lost.set(key, { reason: reason.slice(0, 200), isBase });
  }

  /** What the list came to, sorted. It is asked for once: the rates are let go. */
  content(): ListContent {
    const conflicts: PriceConflict[] = [];
    const prices = [...this.#places]
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([, place]) => regionOf(place, conflicts));
    if (conflicts.length > MOST_CONFLICTS) {
      throw new ListProblem(
        `More than ${MOST_CONFLICTS} keys have several prices: the rules do not fit the list.`,
      );
    }
    const leftOut = [...this.#leftOut]
      .map(([reason, { rows, examples }]): LeftOut => ({ reason, rows, examples }))
      .sort((a, b) => b.rows - a.rows || byCodePoint(a.reason, b.reason));
    return { rows: this.#rows, prices, conflicts, leftOut };
  }
}

/** The prices of whole keys. One that lacks a tier is told like one that has several prices: what is left of it is no price. */
function regionOf({ byKey, lost, ...place }: Place, conflicts: PriceConflict[]): ListedRegion {
  const cells: ListedCell[] = [];
  const { service, region } = place;
  for (const key of [...byKey.keys()].sort(byCodePoint)) {
    const rates = byKey.get(key) ?? [];
    byKey.delete(key);
    const found = gatherTiers(rates);
    const lack = lost.get(key);
    if (lack !== undefined && !(lack.isBase && rates.some(({ from }) => from === '0'))) {
      const rest = 'prices' in found ? found.prices : [`${found.tiers} (${found.sku})`];
      conflicts.push({ service, region, key, prices: [...rest, `a tier that is left out: ${lack.reason}`] });
      continue;
    }
    if ('prices' in found) conflicts.push({ service, region, key, prices: found.prices });
    else cells.push({ key, unit: rates[0]?.unit ?? '', ...found });
  }
  return { ...place, cells };
}
