import type { TermsInForce } from '../../../model/billing/binding.ts';
import type { Commitment } from '../../../model/billing/terms.ts';
import type { Period } from '../../time/periods.ts';
import { spanOf } from '../part.ts';

/** One version's part of the time in which a customer has a commitment. */
export interface HeldPart extends Period {
  readonly commitment: Commitment;
}

/** A commitment for as long as the customer has it without a break, through versions: its term. */
export interface Held extends Period {
  readonly parts: readonly HeldPart[];
}

/** The term of a commitment that a customer has at an instant (epoch milliseconds). `to` is infinite without an end. */
export function heldAt(segments: readonly TermsInForce[], id: string, instant: number): Held | undefined {
  const stretches: HeldPart[][] = [];
  for (const segment of segments) {
    const commitment = segment.terms.commitments.find((one) => one.id === id);
    if (commitment === undefined) continue;
    const part = { commitment, ...spanOf(segment) };
    const last = stretches.at(-1);
    if (last?.at(-1)?.to === part.from) last.push(part);
    else stretches.push([part]);
  }
  const parts = stretches.find((stretch) => stretch.some(({ from, to }) => instant >= from && instant < to));
  const [first, last] = [parts?.[0], parts?.at(-1)];
  if (parts === undefined || first === undefined || last === undefined) return undefined;
  return { from: first.from, to: last.to, parts };
}
