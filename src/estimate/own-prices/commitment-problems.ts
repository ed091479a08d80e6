import { byCodePoint } from '../../lib/order.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Commitment, CommitmentKind } from '../../model/pricing.ts';
import { namesCoverable } from './coverable.ts';

const MEANT: Readonly<Record<CommitmentKind, string>> = {
  reserved: 'Reservations are for machines, nodes and capacity units',
  savings_plan: 'Savings plans are for the time of machines, containers, functions and database nodes',
  committed_use: 'Committed use is for machines, and cores and memory of custom ones',
};

/** A warning for each commitment whose scope names only what no commitment of its kind is for. */
export function coversNothing(commitments: readonly Commitment[]): Diagnostic[] {
  return commitments
    .filter(({ kind, scope }) => !namesCoverable(kind, scope))
    .map(({ id, kind, source }) => ({
      severity: 'warning',
      code: 'commitment-covers-nothing',
      message: `The commitment ${JSON.stringify(id)} holds for nothing: its scope names only what it cannot cover.`,
      source,
      hint: `${MEANT[kind]}; see docs/pricing.md. What else you pay less for is a discount or an own price.`,
    }));
}

/** One warning for each commitment whose rate is missing for lines that it covers, with the first reason by code point. */
export function missingRates(missing: ReadonlyMap<Commitment, ReadonlySet<string>>): Diagnostic[] {
  return [...missing]
    .map(([{ id, source }, reasons]): Diagnostic => {
      const [first = ''] = [...reasons].sort(byCodePoint);
      const more = reasons.size === 1 ? '' : ` (and ${reasons.size - 1} more like it)`;
      return {
        severity: 'warning',
        code: 'commitment-rate-missing',
        message: `The rate of the commitment ${JSON.stringify(id)} is not known: ${first}${more}. What it covers is priced as if it did not.`,
        source,
        hint: 'Write its "percent": what it saves on the list price.',
      };
    })
    .sort((a, b) => byCodePoint(a.message, b.message));
}
