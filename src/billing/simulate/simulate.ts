import type { Simulation, UnbilledRows } from '../../model/billing/simulation.ts';
import type { Environment } from '../../model/billing/terms.ts';
import type { UsageAggregate } from '../../model/billing/usage.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { coverageOf, usageLimits } from './coverage.ts';
import { comparedCustomers, type ComparedCustomer } from './customers.ts';
import { profileEffects } from './effects.ts';
import { profileImpacts } from './impacts.ts';
import { leftOutRows } from './left-out-rows.ts';
import { otherTimes, unratedTimes } from './other-times.ts';
import { termsPairs } from './pairs.ts';
import { datedPromotions } from './promotions.ts';
import { comparable, sampled, unbilledUsage, unreadText, type Population } from './population.ts';
import type { NameOf } from './rated-pair.ts';
import { Replay } from './replay.ts';
import { SteadyTerms } from './steady.ts';
import { currencyTotals } from './totals.ts';
import { countedUnits } from './units.ts';
import { unboundRows } from './unbound-rows.ts';
import { unjudgedTerms } from './unjudged.ts';
import { uncoveredTexts } from './uncovered.ts';
import { uncomparedStretches, uncomparedTexts } from './uncompared.ts';
import { uncountedUnits } from './uncounted-units.ts';
import { unpricedUsage } from './unpriced.ts';
import { changedCredits, changedFrames, leftOutSkus, notRated } from './unknowns.ts';

export { headPlan, simulationPlan } from './plan.ts';

export interface SimulationInput {
  readonly base: Catalogue;
  readonly head: Catalogue;
  /** Whose bindings are compared. */
  readonly environment: Environment;
  /** Brought together by `simulationPlan`; null: there is none, and only prices are compared. */
  readonly usage: UsageAggregate | null;
  readonly changes: readonly ProfileChange[];
  /** Instant in UTC. */
  readonly now: string;
  /** Of it what would come too late by the cutoffs of head alone; null or absent: none of it, or no cutoff is shorter there. */
  readonly lateAtHead?: UnbilledRows | null;
  /** How a customer is shown: its id, or a hash of it. */
  readonly nameOf: (customer: string) => string;
}

/**
 * What a change of billing files does to those who pay: recorded usage by the terms of both sides, as they are once all dates
 * of the change have come. It knows no other behaviour than the recorded one. Planned changes that both sides have are no part
 * of it, and neither is time: promotions run unless they are over. Money is before tax.
 */
export function simulate(input: SimulationInput): Simulation {
  const { base, head, environment, now } = input;
  const steady = new SteadyTerms(now);
  const all = comparedCustomers(base, head, environment, now);
  const population = comparable(all, base, head, environment);
  const named = { ...input, nameOf: namesOf(all, input.nameOf) };
  return input.usage === null || input.usage.cells.length === 0
    ? probed(named, population, steady)
    : replayed(named, input.usage, all, population, steady);
}

interface NamedInput extends Omit<SimulationInput, 'nameOf'> {
  readonly nameOf: NameOf;
}

/** How customers are shown: with their type where two types share an id. */
function namesOf(all: readonly ComparedCustomer[], nameOf: SimulationInput['nameOf']): NameOf {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { customer } of all) (seen.has(customer) ? shared : seen).add(customer);
  return (customer, type) => (shared.has(customer) ? `${nameOf(customer)} (${type})` : nameOf(customer));
}

/** Without usage: the prices alone, and how many customers each way of migration moves. */
function probed(input: NamedInput, { customers, unread }: Population, steady: SteadyTerms): Simulation {
  const pairs = termsPairs(customers, steady);
  const { profiles, leftOut } = profileImpacts({ ...input, pairs, replayed: null, steady });
  const { usage } = input;
  const taken = usage === null ? [] : ['No row of the recorded usage could be taken, so nothing was rated.'];
  return {
    replayed: false,
    environment: input.environment,
    totals: [],
    profiles,
    effects: [],
    uncompared: uncomparedStretches(customers),
    unbilled: [],
    unread,
    unjudged: [],
    usage: usage && {
      counts: usage.counts,
      origin: usage.origin,
      coverage: coverageOf(usage, []),
      periods: [],
    },
    unknowns: [...taken, ...unreadText(unread), ...leftOut],
  };
}

function replayed(
  input: NamedInput,
  usage: UsageAggregate,
  all: readonly ComparedCustomer[],
  { customers, unread }: Population,
  steady: SteadyTerms,
): Simulation {
  const { units, unknowns: noUnits } = countedUnits(input.base.documents, input.head.documents);
  const replay = new Replay(usage, new Set(units.map(({ meter }) => meter)), all);
  const inSample = sampled(customers, replay.cells, usage.origin.sampled);
  const pairs = termsPairs(inSample, steady);
  const rated = pairs.map((pair) => ({ pair, rated: replay.rate(pair) }));
  const totals = currencyTotals(
    rated.map((found) => found.rated),
    units,
    input.nameOf,
  );
  const reasons = notRated(replay);
  const { profiles, leftOut } = profileImpacts({ ...input, pairs, replayed: { replay, rated }, steady });
  const times = otherTimes(inSample, rated, steady, replay);
  const periods = replay.frames.all();
  const uncompared = uncomparedStretches(customers);
  const unbilled = [
    ...unboundRows(all, usage, input.nameOf),
    ...(input.lateAtHead ? [input.lateAtHead] : []),
  ];
  const outside = leftOutRows(usage, replay.frames);
  const coverage = coverageOf(usage, periods.flat(), outside);
  return {
    replayed: true,
    environment: input.environment,
    totals,
    profiles,
    effects: profileEffects({ ...input, replay, rated, otherTimes: times }),
    uncompared,
    unbilled,
    unread,
    unjudged: [
      ...unjudgedTerms([rated, ...times.map((time) => time.rated)], replay),
      ...unratedTimes(inSample),
    ],
    usage: { counts: usage.counts, origin: usage.origin, coverage, periods: replay.frames.counted() },
    unknowns: [
      ...unreadText(unread),
      ...new Set(periods.flatMap((list) => usageLimits(usage, list))),
      ...uncomparedTexts(uncompared),
      ...unbilledUsage(all, replay.cells),
      ...unbilled.map(unbilledText),
      ...unpricedUsage(pairs, replay),
      ...reasons,
      ...leftOutSkus(rated.map((found) => found.rated)),
      ...uncoveredTexts(pairs, (terms) => replay.uncovered(terms)),
      ...changedFrames(pairs),
      ...changedCredits(pairs),
      ...datedPromotions(customers, input.now),
      ...noUnits,
      ...uncountedUnits(units, usage.cells),
      ...replay.frames.leftOut,
      ...outsideText(outside),
      ...leftOut,
    ],
  };
}

function outsideText(rows: number): string[] {
  if (rows === 0) return [];
  return [`${rows} ${rows === 1 ? 'row lies' : 'rows lie'} outside the billing periods that are compared.`];
}

function unbilledText({ reason, rows }: UnbilledRows): string {
  const [are, come] = rows === 1 ? ['1 row is', '1 row comes'] : [`${rows} rows are`, `${rows} rows come`];
  return reason === 'unbound'
    ? `${are} on no invoice: nothing was in force in their billing periods for whoever used them.`
    : `${come} in time by the cutoff of the base, and too late by that of the head: the sums have them on both sides.`;
}
