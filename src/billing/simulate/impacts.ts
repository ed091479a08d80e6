import semver from 'semver';

import { byCodePoint } from '../../lib/order.ts';
import type { ProfileImpact } from '../../model/billing/simulation.ts';
import type { Environment, Terms } from '../../model/billing/terms.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { Catalogue, ResolvedProfile } from '../resolve/catalogue.ts';
import { BindingIndex } from './binding-index.ts';
import { differenceEffects, type RatedTerms } from './differences.ts';
import { migrationImpacts, type EarlierCustomer } from './migrations.ts';
import { probesOf, type ProbeTable } from './probes.ts';
import type { NameOf, RatedPair } from './rated-pair.ts';
import type { Replay, TermsPair } from './replay.ts';
import { UNKNOWN_SIDES } from './sides.ts';
import type { SteadyTerms } from './steady.ts';
import { inCurrency, sumsOf } from './totals.ts';

/** What impacts are found from. Without usage there is nothing rated. */
export interface ImpactInput {
  readonly base: Catalogue;
  readonly head: Catalogue;
  readonly environment: Environment;
  readonly changes: readonly ProfileChange[];
  readonly pairs: readonly TermsPair[];
  readonly replayed: { readonly replay: Replay; readonly rated: readonly RatedTerms[] } | null;
  readonly steady: SteadyTerms;
  readonly now: string;
  readonly nameOf: NameOf;
}

export interface Impacts {
  readonly profiles: readonly ProfileImpact[];
  /** What was left out, one sentence each. */
  readonly leftOut: readonly string[];
}

/** What each changed profile does, by id. */
export function profileImpacts(input: ImpactInput): Impacts {
  const [before, after] = [input.base, input.head].map(
    ({ profiles }) => new Map(profiles.map((profile) => [profile.terms.id, profile])),
  );
  const ids = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort(byCodePoint);
  const found = ids.flatMap((id) => {
    const [base, head] = [before?.get(id), after?.get(id)];
    return base?.sha256 === head?.sha256 ? [] : [impactOf(id, base, head, input)];
  });
  return {
    profiles: found.map(({ impact }) => impact),
    leftOut: found.flatMap(({ leftOut }) => leftOut),
  };
}

function impactOf(
  id: string,
  base: ResolvedProfile | undefined,
  head: ResolvedProfile | undefined,
  input: ImpactInput,
): { impact: ProfileImpact; leftOut: readonly string[] } {
  const currency = (head ?? base)?.terms.currency ?? '';
  const probes = probeTable(base, head);
  const impact: ProfileImpact = {
    ...{ id, currency },
    baseVersion: base?.terms.version ?? null,
    headVersion: head?.terms.version ?? null,
    migrations: head === undefined ? [] : migrationsTo(head, input),
    probes: probes.probes,
    ...revenueOf(id, currency, input),
    ...effectsOf(id, head, input),
  };
  return { impact, leftOut: probes.leftOut };
}

function probeTable(base: ResolvedProfile | undefined, head: ResolvedProfile | undefined): ProbeTable {
  const placeOf = (sku: string) => {
    const path = `skus[${sku}].price`;
    const isAtHead = head?.terms.skus.some(({ id }) => id === sku) ?? false;
    return (isAtHead ? head : base)?.place(path) ?? null;
  };
  return probesOf(base?.terms ?? null, head?.terms ?? null, placeOf);
}

/** Ways of moving those who have an earlier version; none when the version is not new. */
function migrationsTo(profile: ResolvedProfile, input: ImpactInput): ProfileImpact['migrations'] {
  const { id, version } = profile.terms;
  const known = input.base.profile(`${id}@${version}`);
  if (known !== undefined && known.terms.lifecycle !== 'draft') return [];
  const isEarlier = (terms: Terms | null): terms is Terms =>
    terms?.id === id && semver.lt(terms.version, version);
  const bindings = new BindingIndex(input.head, input.environment);
  const earlier = input.pairs.flatMap((pair, index) =>
    isEarlier(pair.base) ? earlierCustomers(pair, index, profile, input, bindings) : [],
  );
  return migrationImpacts(profile, earlier);
}

function earlierCustomers(
  pair: TermsPair,
  index: number,
  { terms }: ResolvedProfile,
  { replayed, steady, now }: ImpactInput,
  bindings: BindingIndex,
): EarlierCustomer[] {
  const target = steady.of(terms, terms.effective.from ?? now, pair.base);
  const bound = pair.customers.map((customer) => ({ ...customer, own: bindings.of(customer, terms.id) }));
  if (replayed === null || pair.base?.currency !== target.currency) {
    return bound.map(({ customer, own }) => ({ customer, bindings: own, delta: null }));
  }
  const isMoved = pair.head?.id === terms.id && pair.head.version === terms.version;
  const rated = isMoved ? replayed.rated[index]?.rated : undefined;
  // Those whom nothing binds at head any more are moved nowhere.
  const moving = {
    ...pair,
    head: target,
    customers: bound.map(({ own, ...one }) => ({ ...one, head: own.at(-1) ?? null })),
  };
  const { customers } = rated ?? replayed.replay.rate(moving, { onlyChanged: true });
  return customers.map(({ customer, base, head }, place) => ({
    customer,
    bindings: bound[place]?.own ?? [],
    delta: head.minus(base),
  }));
}

/** Of all customers who have the profile on either side. */
function revenueOf(
  id: string,
  currency: string,
  { replayed, nameOf }: ImpactInput,
): Pick<ProfileImpact, 'revenue' | 'margin' | 'customers'> {
  const all = (replayed?.rated ?? [])
    .map(({ rated }) => rated)
    .filter(({ base, head }) => base?.id === id || head?.id === id);
  const { revenue, margin, customers } = sumsOf(inCurrency(all, currency), nameOf);
  const known = replayed === null ? { revenue: UNKNOWN_SIDES, margin: UNKNOWN_SIDES } : { revenue, margin };
  return { ...known, customers };
}

/** What the parts of a change do to those who come to have the new version instead of an earlier one. */
function effectsOf(
  id: string,
  head: ResolvedProfile | undefined,
  { replayed, changes }: ImpactInput,
): Pick<ProfileImpact, 'byDifference' | 'interaction'> {
  if (replayed === null || head === undefined) return { byDifference: {}, interaction: null };
  const { version } = head.terms;
  const isReached = ({ base, head: now }: RatedPair) =>
    base?.id === id && now?.id === id && now.version === version;
  const reached = replayed.rated.filter(({ rated }) => isReached(rated));
  const change = changes.find((found) => found.kind === 'BillingProfile' && found.id === id);
  return differenceEffects(reached, replayed.replay, change);
}
