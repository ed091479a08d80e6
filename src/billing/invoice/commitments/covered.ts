import { DecimalTotal } from '../../../lib/decimal-total.ts';
import { type Decimal, ZERO } from '../../../lib/decimal.ts';
import type { Commitment } from '../../../model/billing/terms.ts';
import { netOf } from '../finished-line.ts';
import type { WorkLine } from '../work-line.ts';

/** The lines of a period as commitments work on them. */
export class OpenLines {
  /** What a commitment adds comes last. `scope`: the SKUs that it is for, null for all. */
  readonly charges: { readonly line: WorkLine; readonly scope: readonly string[] | null }[] = [];
  readonly #usage: readonly WorkLine[];
  readonly #credited = new Map<WorkLine, Decimal>();

  constructor(usage: readonly WorkLine[]) {
    this.#usage = usage;
  }

  /** Usage that counts for a commitment: of its SKUs, while the customer has it. */
  usageFor({ id, skus }: Commitment): WorkLine[] {
    return this.#usage.filter(
      (line) =>
        (skus?.includes(line.id) ?? true) &&
        line.part.inForce.terms.commitments.some((commitment) => commitment.id === id),
    );
  }

  /** Usage, and what other commitments have added for SKUs that are all among its own. */
  linesFor(commitment: Commitment): WorkLine[] {
    const { skus } = commitment;
    const charges = this.charges.filter(
      ({ scope }) => skus === null || (scope !== null && scope.every((sku) => skus.includes(sku))),
    );
    return [...this.usageFor(commitment), ...charges.map(({ line }) => line)];
  }

  /** What of a line no credit has paid yet; never below 0. */
  open(line: WorkLine): Decimal {
    const open = due(line).minus(this.#credited.get(line) ?? ZERO);
    return open.lt(ZERO) ? ZERO : open;
  }

  credit(line: WorkLine, amount: Decimal): void {
    this.#credited.set(line, (this.#credited.get(line) ?? ZERO).plus(amount));
  }
}

/** What lines cost as the invoice has them: where each is rounded, what is promised is thus reached to the minor unit. */
export function spendOf(lines: readonly WorkLine[]): Decimal {
  const total = new DecimalTotal();
  for (const line of lines) total.add(due(line));
  return total.value();
}

function due(line: WorkLine): Decimal {
  return netOf(line, line.part.inForce.terms.rounding);
}
