import { UserError } from '../../../lib/errors.ts';
import type { Period } from '../../time/periods.ts';

/** More stretches of time are in no usage file: hourly windows of 20 years. */
const MOST_SPANS = 200_000;

/** Numbers stretches of time that do not overlap, as instants of them come. The last one is remembered: the next is mostly in it. */
export class Spans {
  readonly list: Period[] = [];
  /** Numbers by begin, rising. */
  readonly #order: number[] = [];
  readonly #spanAt: (instant: number) => Period;
  #from = NaN;
  #to = NaN;
  #number = -1;

  constructor(spanAt: (instant: number) => Period) {
    this.#spanAt = spanAt;
  }

  /** The number of the stretch that an instant lies in. Throws UserError when there are too many. */
  at(instant: number): number {
    if (!(instant >= this.#from && instant < this.#to)) this.#find(instant);
    return this.#number;
  }

  #find(instant: number): void {
    let [low, high] = [0, this.#order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.list[this.#order[middle] ?? 0]?.to ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    const number = this.#order[low] ?? -1;
    const span = this.list[number];
    if (span === undefined || span.from > instant) this.#keep(this.#add(instant, low));
    else this.#keep(number);
  }

  #add(instant: number, place: number): number {
    if (this.list.length === MOST_SPANS)
      throw new UserError(`The usage spreads over more than ${MOST_SPANS} stretches of time.`, {
        hint: 'Look whether its dates are right, or split it by years.',
      });
    const number = this.list.push(this.#spanAt(instant)) - 1;
    this.#order.splice(place, 0, number);
    return number;
  }

  #keep(number: number): void {
    this.#number = number;
    this.#from = this.list[number]?.from ?? NaN;
    this.#to = this.list[number]?.to ?? NaN;
  }
}
