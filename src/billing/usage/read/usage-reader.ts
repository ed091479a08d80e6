import { ByteHash } from '../../../lib/bytes/hash.ts';
import { HashSum } from '../../../lib/bytes/hash-sum.ts';
import { SeenTable } from '../../../lib/bytes/seen-table.ts';
import type { Decimal } from '../../../lib/decimal.ts';
import { UserError } from '../../../lib/errors.ts';
import type { AggregationPlan, UsageCells } from '../../../model/billing/usage.ts';
import { Aggregator } from '../aggregate/aggregator.ts';
import type { Period } from '../../time/periods.ts';
import { COLUMN } from '../row/columns.ts';
import type { Fields } from '../row/fields.ts';
import { type Refusal, Row } from '../row/row.ts';
import type { Repeats } from './repeats.ts';
import { SharedCosts } from './shared-costs.ts';
import { Tally } from './tally.ts';

/** What is expected is a guess: room for more is made when it is needed. */
const MOST_EXPECTED = 20_000_000;
const CHANGED = 'Large files are read twice: give one that nobody writes to.';

/** Takes the rows of all files of a replay, one after the other, and counts each of them once. */
export class UsageReader {
  readonly tally = new Tally();
  /** First begin and last end of accepted rows; infinite when there are none. */
  from = Infinity;
  to = -Infinity;
  #fileFrom = Infinity;
  readonly #row = new Row();
  readonly #aggregator: Aggregator;
  readonly #window: Period | null;
  readonly #seen = new SeenTable();
  readonly #repeats: Repeats | null;
  readonly #ids = new HashSum();
  readonly #id: ByteHash;
  readonly #content: ByteHash;
  readonly #shared = new SharedCosts();

  /**
   * `seed` is what hash tables of strangers' texts begin with; it changes no result. `repeats`, made with the same seed, knows which event
   * ids may come again; null: any may.
   */
  constructor(plan: AggregationPlan, window: Period | null, seed: number, repeats: Repeats | null) {
    this.#aggregator = new Aggregator(plan, seed);
    this.#window = window;
    this.#repeats = repeats;
    if (repeats !== null) this.#seen.expect(Math.min(repeats.filter.repeated, MOST_EXPECTED));
    this.#id = new ByteHash(seed);
    this.#content = new ByteHash(~seed);
  }

  /** Makes room for the event ids of so many rows at once: growing takes time. */
  expect(rows: number): void {
    if (this.#repeats === null) this.#seen.expect(Math.min(rows, MOST_EXPECTED));
  }

  /** First begin of accepted rows since this was asked for last; infinite where there are none. */
  beganFile(): number {
    const from = this.#fileFrom;
    this.#fileFrom = Infinity;
    return from;
  }

  /** Takes a row that could be read as one. */
  take(fields: Fields, file: string, line: number): void {
    const row = this.#row;
    const hasId = fields.has(COLUMN.x_EventId);
    if (hasId) this.#readId(fields);
    const refusal = row.read(fields);
    if (refusal !== null) this.tally.reject(refusal, file, line);
    else if (!hasId) this.#place(row, fields, file, line);
    else {
      const known = this.#note(fields);
      if (known === 'new') this.#place(row, fields, file, line);
      else if (known === 'same') this.tally.deduplicate();
      else this.tally.reject(conflicting(fields), file, line);
    }
  }

  /**
   * The cells and shared costs of all rows that were taken; nothing can be taken any more. Throws UserError where other event ids came
   * than those that `repeats` was made of.
   */
  close(): { cells: UsageCells; pools: Readonly<Record<string, Decimal>> } {
    if (this.#repeats?.ids.equals(this.#ids) === false)
      throw new UserError('The usage changed while it was read.', { hint: CHANGED });
    this.#seen.clear();
    this.#repeats?.filter.clear();
    return { cells: this.#aggregator.close(), pools: this.#shared.pools() };
  }

  #place(row: Row, fields: Fields, file: string, line: number): void {
    const takes = row.isPool ? this.#shared : this.#aggregator;
    const refusal = this.#outside(row, fields) ?? takes.add(row, fields);
    if (refusal !== null) this.tally.reject(refusal, file, line);
    else if (row.isPool) this.tally.pool();
    else {
      this.tally.accept();
      if (row.start < this.from) this.from = row.start;
      if (row.start < this.#fileFrom) this.#fileFrom = row.start;
      if (row.end > this.to) this.to = row.end;
    }
  }

  #outside(row: Row, fields: Fields): Refusal | null {
    const window = this.#window;
    if (window === null || (row.start >= window.from && row.start < window.to)) return null;
    const message = `ChargePeriodStart ${fields.text('ChargePeriodStart')} is outside the time that was asked for.`;
    return { reason: 'outside-window', message };
  }

  #readId({ bytes, starts, ends }: Fields): void {
    const { low } = this.#id.of(bytes, starts[COLUMN.x_EventId] ?? 0, ends[COLUMN.x_EventId] ?? 0);
    this.#ids.add(low);
  }

  /** Notes the row of the id that was read. */
  #note(fields: Fields): ReturnType<SeenTable['note']> {
    const { bytes, starts, ends } = fields;
    const id = this.#id;
    if (this.#repeats?.filter.has(id.low) === false) return 'new';
    // A repetition is received later: the rest decides.
    const content = this.#content;
    content.begin();
    for (const column of fields.present) {
      const start = starts[column] ?? 0;
      const end = ends[column] ?? 0;
      if (start === end || column === COLUMN.x_EventId || column === COLUMN.x_ReceivedAt) continue;
      content.mark(column);
      content.add(bytes, start, end);
    }
    return this.#seen.note(id.high, id.low, content.end().low);
  }
}

function conflicting(fields: Fields): Refusal {
  const message = `The event ${JSON.stringify(fields.text('x_EventId').slice(0, 40))} came before with another content.`;
  return { reason: 'conflicting-duplicate', message };
}
