import type { PolicyConfig } from '../model/config.ts';
import type { Level } from '../model/finding.ts';
import { builtinPolicies } from './builtin.ts';
import type { PolicyDescription } from './builtin.ts';
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

const SWITCHES: Readonly<Record<string, Switch>> = {
  'required-tags': {
    judges: 'definitions',
    level: ({ requiredTags }) => requiredTags.level,
    concerns: ({ config, changes }) => config.policies.requiredTags.keys.length > 0 && changes.some(isJudged),
  },
  'profile-version-bump': {
    judges: 'billing',
    level: ({ profileVersion }) => profileVersion.level,
    concerns: ({ profiles }) => profiles.some(({ action }) => action !== 'no-op'),
  },
  'monthly-increase-limit': {
    judges: 'definitions',
    level: ({ monthlyIncrease }) => monthlyIncrease.level,
    concerns: ({ config: { policies }, changes }) =>
      changes.length > 0 && hasLimit(policies.monthlyIncrease.amount, policies.monthlyIncrease.percent),
  },
  'unit-increase-limit': {
    judges: 'definitions',
    level: ({ unitIncrease }) => unitIncrease.level,
    concerns: ({ config: { policies }, changes, units }) =>
      changes.length > 0 &&
      units.length > 0 &&
      hasLimit(policies.unitIncrease.percent, ...Object.values(policies.unitIncrease.amounts)),
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

function isJudged({ change }: PolicyFacts['changes'][number]): boolean {
  return change.action === 'create' || change.action === 'update' || change.action === 'replace';
}

function hasLimit(...limits: readonly unknown[]): boolean {
  return limits.some((limit) => limit !== null);
}
