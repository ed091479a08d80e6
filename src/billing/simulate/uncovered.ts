import type { Commitment, Terms } from '../../model/billing/terms.ts';
import { commitmentPeriod } from '../invoice/commitments/promised.ts';
import { periodsBetween, type Period } from '../time/periods.ts';
import type { TermsPair } from './replay.ts';

/** A comparison knows no dates: a commitment is held always. */
const ALWAYS = { from: -Infinity, to: Infinity, parts: [] };

/** Ids of the commitments that cannot be judged: the compared billing periods are not all of theirs. */
export function uncoveredCommitments(terms: Terms, compared: readonly Period[]): ReadonlySet<string> {
  const begins = new Set(compared.map(({ from }) => from));
  const isCovered = (commitment: Commitment) =>
    !isByTerm(commitment) &&
    compared.every((billed) => {
      const { from, to } = commitmentPeriod(commitment, ALWAYS, billed, terms);
      const all = periodsBetween(terms.cadence, terms.timezone, from, to);
      return all.every((period) => period.from < from || begins.has(period.from));
    });
  return new Set(terms.commitments.filter((one) => !isCovered(one)).map(({ id }) => id));
}

/** One sentence for each commitment of the pairs that is not covered. */
export function uncoveredTexts(
  pairs: readonly TermsPair[],
  uncovered: (terms: Terms) => ReadonlySet<string>,
): string[] {
  const versions = new Set(pairs.flatMap(({ base, head }) => [base, head].flatMap((terms) => terms ?? [])));
  const texts = [...versions].flatMap((terms) => {
    const ids = uncovered(terms);
    return terms.commitments
      .filter(({ id }) => ids.has(id))
      .map((commitment) => {
        const time = isByTerm(commitment) ? 'the whole term' : `a whole ${commitment.period}`;
        return `Commitment ${commitment.id} of ${terms.id} is for ${time}, which the usage does not cover: what it comes to is not known.`;
      });
  });
  return [...new Set(texts)];
}

function isByTerm({ type, period, trueUp }: Commitment): boolean {
  return period === 'term' || (type !== 'prepaid' && trueUp === 'term');
}
