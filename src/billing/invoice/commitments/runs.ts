import type { TermsInForce } from '../../../model/billing/binding.ts';
import type { Commitment } from '../../../model/billing/terms.ts';
import type { Period } from '../../time/periods.ts';
import type { Part } from '../part.ts';
import { usedBefore } from './before.ts';
import { byService, type CommitmentRun } from './commitment-run.ts';
import { heldAt } from './held.ts';
import type { CommitmentHistory } from './history.ts';
import { commitmentPeriod, promised } from './promised.ts';

/** The commitments of a billing period in the order in which they are served. The version at the begin decides what they are. */
export function commitmentRuns(
  parts: readonly Part[],
  segments: readonly TermsInForce[],
  billed: Period,
  history: CommitmentHistory,
): CommitmentRun[] {
  const byId = new Map<string, { commitment: Commitment; parts: Part[] }>();
  for (const part of parts) {
    for (const commitment of part.inForce.terms.commitments) {
      const own = byId.get(commitment.id);
      if (own === undefined) byId.set(commitment.id, { commitment, parts: [part] });
      else own.parts.push(part);
    }
  }
  return [...byId.values()]
    .flatMap(({ commitment, parts: own }): CommitmentRun[] => {
      const [first, last] = [own[0], own.at(-1)];
      const held = first && heldAt(segments, commitment.id, first.from);
      if (first === undefined || last === undefined || held === undefined) return [];
      const { terms } = first.inForce;
      const period = commitmentPeriod(commitment, held, billed, terms);
      return [
        {
          commitment,
          held,
          period,
          part: last,
          promised: promised(commitment.period, held, period, terms.timezone),
          before: usedBefore(history, commitment.id, { held, period }, billed, terms),
        },
      ];
    })
    .sort(byService);
}
