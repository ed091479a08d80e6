import type { Action } from '../model/change.ts';
import type { PolicyConfig } from '../model/config.ts';
import type { Level } from '../model/finding.ts';
import { isNothing } from '../model/range.ts';
import { builtinPolicies } from './builtin.ts';
import type { PolicyDescription } from './builtin.ts';
import { modulesOf } from './input.ts';
import type { PolicyFacts } from './input.ts';

/** A policy that is on and has something to judge. */
export interface ActivePolicy {
  readonly policy: PolicyDescription;
  readonly level: Level;
}

/** What a policy judges: what of it cannot be read, it cannot take as kept. */
export type Subject = 'definitions' | 'billing';

/** How a built-in policy is switched on, and when it can have something to say. */
interface Switch {
  readonly judges: Subject;
  readonly level: (policies: PolicyConfig) => Level | 'off';
  readonly concerns: (facts: PolicyFacts) => boolean;
}

/** One level for all that is asked of billing files; single rules are set apart by their id. */
const BILLING: Switch = {
  judges: 'billing',
  level: ({ billing }) => billing.level,
  concerns: ({ profiles, billing }) =>
    profiles.some(({ action }) => action !== 'no-op') ||
    Object.values<readonly unknown[]>({ ...billing }).some((facts) => facts.length > 0),
};

const SWITCHES: Readonly<Record<string, Switch>> = {
  'required-tags': {
    judges: 'definitions',
    level: ({ requiredTags }) => requiredTags.level,
    concerns: (facts) =>
      facts.config.policies.requiredTags.keys.length > 0 &&
      (facts.changes.some(isJudged) || modulesOf(facts).length > 0),
  },
  'billing-files': BILLING,
  'billing-prices': BILLING,
  'billing-versions': { ...BILLING, level: ({ profileVersion }) => profileVersion.level },
  'billing-bindings': BILLING,
  'billing-discounts': BILLING,
  'billing-taxes': BILLING,
  'billing-margins': BILLING,
  'billing-governance': BILLING,
  'billing-usage': BILLING,
  'monthly-increase-limit': {
    judges: 'definitions',
    level: ({ monthlyIncrease }) => monthlyIncrease.level,
    concerns: (facts) =>
      isChanged(facts) &&
      hasLimit(facts.config.policies.monthlyIncrease.amount, facts.config.policies.monthlyIncrease.percent),
  },
  'unit-increase-limit': {
    judges: 'definitions',
    level: ({ unitIncrease }) => unitIncrease.level,
    concerns: (facts) => {
      const { percent, amounts } = facts.config.policies.unitIncrease;
      const mayRise = facts.units.length > 0 && (isChanged(facts) || facts.units.some(isRaised));
      return mayRise && hasLimit(percent, ...Object.values(amounts));
    },
  },
};

/** The policies to evaluate, by id. With nothing changed there are none. */
export function activePolicies(facts: PolicyFacts): readonly ActivePolicy[] {
  const concerned = Object.entries(SWITCHES).flatMap(([id, { level, concerns }]) => {
    const set = level(facts.config.policies);
    return set !== 'off' && concerns(facts) ? [{ id, level: set }] : [];
  });
  if (concerned.length === 0) return [];
  const levels = new Map(concerned.map(({ id, level }) => [id, level]));
  return builtinPolicies().flatMap((policy) => {
    const level = levels.get(policy.id);
    return level === undefined ? [] : [{ policy, level }];
  });
}

/** The ids of the policies at level hard that judge one of the subjects: they must not be taken as kept without it. */
export function hardPolicies(policies: PolicyConfig, subjects: ReadonlySet<Subject>): readonly string[] {
  return Object.entries(SWITCHES).flatMap(([id, { level, judges }]) =>
    level(policies) === 'hard' && subjects.has(judges) ? [id] : [],
  );
}

/** Whether the definitions change in anything that can cost. */
function isChanged(facts: PolicyFacts): boolean {
  return facts.changes.length > 0 || modulesOf(facts).length > 0;
}

/** A resource that stays as it is can still join a unit. */
function isRaised({ known, unpricedChanges }: PolicyFacts['units'][number]): boolean {
  return unpricedChanges.length > 0 || !isNothing(known.monthly);
}

const JUDGED: ReadonlySet<Action> = new Set(['create', 'import', 'update', 'replace']);

function isJudged({ change }: PolicyFacts['changes'][number]): boolean {
  return JUDGED.has(change.action);
}

function hasLimit(...limits: readonly unknown[]): boolean {
  return limits.some((limit) => limit !== null);
}
