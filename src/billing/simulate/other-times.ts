import { compareInstants } from '../../lib/calendar.ts';
import type { UnjudgedTerms } from '../../model/billing/simulation.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { ComparedCustomer } from './customers.ts';
import type { RatedTerms } from './differences.ts';
import { termsPairs } from './pairs.ts';
import type { Replay, TermsPair } from './replay.ts';
import { splitTerms } from './split.ts';
import type { SteadyTerms } from './steady.ts';
import { inForce } from './stretch.ts';

/** So many instants before the one that the sums are of are rated. */
const MOST_INSTANTS = 20;

/** The usage by the terms of some time that the sums are not of. */
export interface OtherTime {
  /** As a sentence has it: `once promotions have ended`. */
  readonly when: string;
  readonly rated: readonly RatedTerms[];
}

/**
 * What customers pay at other times than the one that is compared, as long as a change is what makes it: once promotions have ended
 * that end by themselves, and before, where terms differ in another way. Limits hold then too.
 */
export function otherTimes(
  customers: readonly ComparedCustomer[],
  rated: readonly RatedTerms[],
  steady: SteadyTerms,
  replay: Replay,
): OtherTime[] {
  const before = uncomparedInstants(customers)
    .slice(0, MOST_INSTANTS)
    .map((at) => {
      const pairs = termsPairs(customers.map(asAt(at)), steady);
      return { when: `from ${at} on`, rated: pairs.map((pair) => ({ pair, rated: replay.rate(pair) })) };
    });
  return [...afterPromotions(rated, steady, replay), ...before].concat(
    before.flatMap((time) =>
      afterPromotions(time.rated, steady, replay).map(({ rated: then, when }) => ({
        when: `${time.when}, ${when}`,
        rated: then,
      })),
    ),
  );
}

/** What is held against no limit, since terms differ at too many instants: at most one. */
export function unratedTimes(customers: readonly ComparedCustomer[]): UnjudgedTerms[] {
  const instants = uncomparedInstants(customers);
  const next = instants[MOST_INSTANTS];
  if (next === undefined) return [];
  const rest = customers.filter(({ uncompared }) => uncompared.some(({ from }) => from === next));
  const first = rest[0]?.uncompared.find(({ from }) => from === next);
  return [
    {
      ...{ profile: (first?.head ?? first?.base)?.terms.id ?? '', kind: 'time', id: next },
      customers: rest.length,
      reason: `Terms differ at ${instants.length} instants before those of the sums, and limits are held at the first ${MOST_INSTANTS} of them.`,
      fix: 'Change the terms at fewer dates at once.',
    },
  ];
}

/** The begins of all stretches of time in which terms differ and are not compared, in order. */
function uncomparedInstants(customers: readonly ComparedCustomer[]): readonly string[] {
  const begins = customers.flatMap(({ uncompared }) => uncompared.map(({ from }) => from));
  return [...new Set(begins)].sort(compareInstants);
}

function asAt(at: string): (customer: ComparedCustomer) => ComparedCustomer {
  return (customer) => {
    const { base, head } = customer.timelines;
    return { ...customer, at, base: inForce(base, at), head: inForce(head, at) };
  };
}

/** At most one; none where no promotion of head ends. */
function afterPromotions(rated: readonly RatedTerms[], steady: SteadyTerms, replay: Replay): OtherTime[] {
  const then = rated.map((found) => {
    const { base, head } = found.pair;
    const ending = steady.ending(head);
    if (head === null || ending.size === 0 || isUnchanged(found.pair)) return found;
    // What goes on at head is there on both sides: that it ended at base is no loss.
    const isLasting = (id: string) => !ending.has(id) && head.discounts.some((one) => one.id === id);
    const gone = new Set([...steady.ending(base)].filter((id) => !isLasting(id)));
    const pair = { ...found.pair, base: base && without(base, gone), head: without(head, ending) };
    return { pair, rated: replay.rate(pair) };
  });
  return then.every((found, index) => found === rated[index])
    ? []
    : [{ when: 'once promotions have ended', rated: then }];
}

function without(terms: Terms, ids: ReadonlySet<string>): Terms {
  return { ...terms, discounts: terms.discounts.filter(({ id }) => !ids.has(id)) };
}

function isUnchanged({ base, head, isAlike }: TermsPair): boolean {
  const split = splitTerms(base, head);
  return isAlike && split.base === null && split.head === null;
}
