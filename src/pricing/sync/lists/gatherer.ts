import type { LeftOut, PriceConflict } from '../../../model/prices-sync.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { type ListedRate, ListProblem, type RateSink } from '../port.ts';
import type { ListContent, ListedCell, ListedRegion } from './content.ts';
import { gatherTiers, type TierRate } from './tiers.ts';

/** Rates of one list, reasons for rows without a price, and conflicts that are listed. */
const MOST_RATES = 1_000_000;
const MOST_REASONS = 50;
const MOST_EXAMPLES = 3;
const MOST_CONFLICTS = 1_000;

const TELL_EVERY = 10_000;

/** Characters of a key, a region or a SKU; none of them may break the matrix of a shard, whose cells end at commas. */
const PLAIN = /^[^,\p{Cc}]{1,300}$/u;

/** The rates of one region of one shard. */
interface Place extends Omit<ListedRegion, 'cells'> {
  readonly byKey: Map<string, TierRate[]>;
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
    if (currency !== 'USD') {
      this.leftOut('the price is not in USD', key);
      return;
    }
    if (![key.replaceAll(',', ''), region, sku === '' ? '-' : sku].every((text) => PLAIN.test(text))) {
      this.leftOut('the key, the region or the SKU cannot stand in the book', key);
      return;
    }
    if (++this.#rates > MOST_RATES) throw new ListProblem(`The list has more than ${MOST_RATES} prices.`);
    const { byKey } = this.#place(rate);
    const rates = byKey.get(key);
    if (rates === undefined) byKey.set(key, [{ unit, from, price, sku }]);
    else rates.push({ unit, from, price, sku });
  }

  #place({ service, option, region }: ListedRate): Place {
    const id = [service, option, region].join('\n');
    let found = this.#places.get(id);
    if (found === undefined) {
      found = { service, ...(option === undefined ? {} : { option }), region, byKey: new Map() };
      this.#places.set(id, found);
    }
    return found;
  }

  leftOut(reason: string, example: string): void {
    const isNew = !this.#leftOut.has(reason);
    const name = isNew && this.#leftOut.size >= MOST_REASONS ? 'other reasons' : reason.slice(0, 200);
    const found = this.#leftOut.get(name) ?? { rows: 0, examples: [] };
    this.#leftOut.set(name, found);
    found.rows++;
    if (found.examples.length < MOST_EXAMPLES) found.examples.push(example.slice(0, 200));
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

function regionOf({ byKey, ...place }: Place, conflicts: PriceConflict[]): ListedRegion {
  const cells: ListedCell[] = [];
  const { service, region } = place;
  for (const key of [...byKey.keys()].sort(byCodePoint)) {
    const rates = byKey.get(key) ?? [];
    byKey.delete(key);
    const found = gatherTiers(rates);
    if ('prices' in found) conflicts.push({ service, region, key, prices: found.prices });
    else cells.push({ key, unit: rates[0]?.unit ?? '', ...found });
  }
  return { ...place, cells };
}
