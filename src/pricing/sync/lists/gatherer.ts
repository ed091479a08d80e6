import type { LeftOut, PriceConflict } from '../../../model/prices-sync.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { type ListedRate, ListProblem, type RateSink } from '../port.ts';
import type { ListContent, ListedCell } from './content.ts';
import { gatherTiers } from './tiers.ts';

/** Rates of one list, reasons for rows without a price, and conflicts that are listed. */
const MOST_RATES = 1_000_000;
const MOST_REASONS = 50;
const MOST_EXAMPLES = 3;
const MOST_CONFLICTS = 1_000;

const TELL_EVERY = 10_000;

/** Characters of a key, a region or a SKU; none of them may break the matrix of a shard, whose cells end at commas. */
const PLAIN = /^[^,\p{Cc}]{1,300}$/u;

/** Takes the rates of one list and makes prices of them. */
export class Gatherer implements RateSink {
  #rows = 0;
  #rates = 0;
  readonly #told: (rows: number) => void;
  readonly #byKey = new Map<string, ListedRate[]>();
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
    const { service, option, region, key, sku, currency } = rate;
    if (currency !== 'USD') {
      this.leftOut('the price is not in USD', key);
      return;
    }
    if (![key.replaceAll(',', ''), region, sku === '' ? '-' : sku].every((text) => PLAIN.test(text))) {
      this.leftOut('the key, the region or the SKU cannot stand in the book', key);
      return;
    }
    if (++this.#rates > MOST_RATES) throw new ListProblem(`The list has more than ${MOST_RATES} prices.`);
    const id = [service, option, region, key].join('\n');
    const rates = this.#byKey.get(id);
    if (rates === undefined) this.#byKey.set(id, [rate]);
    else rates.push(rate);
  }

  leftOut(reason: string, example: string): void {
    const isNew = !this.#leftOut.has(reason);
    const name = isNew && this.#leftOut.size >= MOST_REASONS ? 'other reasons' : reason.slice(0, 200);
    const found = this.#leftOut.get(name) ?? { rows: 0, examples: [] };
    this.#leftOut.set(name, found);
    found.rows++;
    if (found.examples.length < MOST_EXAMPLES) found.examples.push(example.slice(0, 200));
  }

  /** What the list came to, sorted. */
  content(): ListContent {
    const prices: ListedCell[] = [];
    const conflicts: PriceConflict[] = [];
    for (const id of [...this.#byKey.keys()].sort(byCodePoint)) {
      const rates = this.#byKey.get(id) ?? [];
      const [first] = rates;
      if (first === undefined) continue;
      const { service, option, region, key, unit } = first;
      const found = gatherTiers(rates);
      if ('prices' in found) conflicts.push({ service, region, key, prices: found.prices });
      else prices.push({ service, ...(option === undefined ? {} : { option }), region, key, unit, ...found });
    }
    const leftOut = [...this.#leftOut]
      .map(([reason, { rows, examples }]): LeftOut => ({ reason, rows, examples }))
      .sort((a, b) => b.rows - a.rows || byCodePoint(a.reason, b.reason));
    if (conflicts.length > MOST_CONFLICTS) {
      throw new ListProblem(
        `More than ${MOST_CONFLICTS} keys have several prices: the rules do not fit the list.`,
      );
    }
    return { rows: this.#rows, prices, conflicts, leftOut };
  }
}
