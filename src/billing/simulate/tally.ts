import { ZERO, type Decimal } from '../../lib/decimal.ts';
import type { RatedLine } from '../../model/billing/rating.ts';
import { LineTally, NO_FIGURES, plusFigures, type LineFigures, type TaxedRevenue } from './line-tally.ts';

export type Side = 'base' | 'head';

/** What one SKU, or one commitment, of a profile makes on both sides. */
export interface LineSides {
  readonly kind: RatedLine['kind'];
  readonly id: string;
  readonly base: LineFigures;
  readonly head: LineFigures;
  /** Whether there is a line at all. */
  readonly on: Readonly<Record<Side, boolean>>;
}

interface Tallies {
  readonly kind: RatedLine['kind'];
  readonly id: string;
  readonly both: LineTally;
  readonly base: LineTally;
  readonly head: LineTally;
  readonly on: Record<Side, boolean>;
}

/** Sums lines by SKU and commitment. What is alike on both sides is added once. */
export class Tally {
  readonly #tallies = new Map<string, Tallies>();

  add(line: RatedLine, taxed: TaxedRevenue, side: Side | 'both'): void {
    const tallies = this.#of(line);
    tallies[side].add(line, taxed);
    if (side !== 'head') tallies.on.base = true;
    if (side !== 'base') tallies.on.head = true;
  }

  lines(): LineSides[] {
    return [...this.#tallies.values()].map(({ kind, id, both, base, head, on }) => {
      const shared = both.figures();
      const [before, after] = [plusFigures(shared, base.figures()), plusFigures(shared, head.figures())];
      return { kind, id, base: before, head: after, on };
    });
  }

  #of({ kind, id }: RatedLine): Tallies {
    const key = kind === 'usage' ? id : `${kind} ${id}`;
    const found = this.#tallies.get(key);
    if (found !== undefined) return found;
    const created: Tallies = {
      ...{ kind, id },
      ...{ both: new LineTally(), base: new LineTally(), head: new LineTally() },
      on: { base: false, head: false },
    };
    this.#tallies.set(key, created);
    return created;
  }
}

/** The figures of all lines of one side. */
export function totalOf(lines: readonly LineSides[], side: Side): LineFigures {
  return lines.reduce((total, line) => plusFigures(total, line[side]), NO_FIGURES);
}

/** What all lines together make more at head than at base. */
export function deltaOf(lines: readonly LineSides[]): Decimal {
  return lines.reduce((total, { base, head }) => total.plus(head.revenue).minus(base.revenue), ZERO);
}
