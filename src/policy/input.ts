import type { BillingFacts } from '../billing/facts/facts.ts';
import { NO_BILLING_FACTS } from '../billing/facts/nothing.ts';
import type { Config } from '../model/config.ts';
import type { ProfileChange } from '../model/profile.ts';
import type { Resource, UnresolvedModule } from '../model/resource.ts';
import type { CheckResult, CostedChange } from '../model/result.ts';
import type { ChildTags, EffectiveTags } from '../model/tags.ts';
import type { UnitDelta } from '../model/unit.ts';
import { billingInput } from './billing-input.ts';
import { moduleInput, totalsInput, unitInput } from './change-input.ts';
import type { Json, JsonObject } from './json-text.ts';
import { profileInput } from './profile-input.ts';
import { resourceInput, subjectOf } from './resource-input.ts';
import { settingsInput } from './settings-input.ts';

/** What policies judge. Totals, units and profiles are worked out before: policies compare, they do not calculate. */
export interface PolicyFacts {
  /** Of the base commit. */
  readonly config: Config;
  /** The instant of the check, UTC with `Z`: policies have no clock. */
  readonly now: string;
  readonly changes: readonly CostedChange[];
  readonly tags: (resource: Resource) => EffectiveTags;
  /** The tags of what a resource makes and that is billed by itself. Default: nothing is asked of these. */
  readonly children?: (resource: Resource) => readonly ChildTags[];
  readonly totals: CheckResult['totals'];
  /** What the buyer pays otherwise than by list prices. Default: nothing, the figures are list prices. */
  readonly pricing?: CheckResult['pricing'];
  readonly units: readonly UnitDelta[];
  readonly profiles: readonly ProfileChange[];
  /** What is known of the billing files besides their differences. Default: nothing. */
  readonly billing?: BillingFacts;
  /** New or edited module calls whose resources cannot be seen: what they bring counts as unknown. Default: none. */
  readonly changedUnresolvedModules?: readonly UnresolvedModule[];
}

/** The changed module calls that cannot be looked into. */
export function modulesOf(facts: PolicyFacts): readonly UnresolvedModule[] {
  return facts.changedUnresolvedModules ?? [];
}

/** Paths such as `resource.tags` or `units` that policies read; undefined for all of the input. */
type Reads = readonly string[] | undefined;

/** The documents of schema/policy-input.schema.json. Parts that nobody reads may be left out. */
export interface PolicyInput {
  /** `data`. */
  readonly data: JsonObject;
  /** `input` of packages `tollgate.change.*`. */
  change(reads?: Reads): JsonObject;
  /** `input` of packages `tollgate.resource.*`; with `tags` for something that the resource makes. */
  resource(change: CostedChange, reads?: Reads, tags?: EffectiveTags): JsonObject;
  /** `input` of the same packages for a module call: `module` stands in the place of `resource`. */
  module(call: UnresolvedModule): JsonObject;
}

/** Version of the contract that the schema describes. */
const VERSION = 1;

/** Builds the policy input. Nothing is made before it is asked for. */
export function buildPolicyInput(facts: PolicyFacts): PolicyInput {
  const head = { version: VERSION, now: facts.now, currency: facts.config.currency };
  return {
    data: { settings: settingsInput(facts.config) },
    change: (reads) => ({ ...head, ...changeParts(facts, reads) }),
    resource: (change, reads, tags) => ({
      ...head,
      resource: resource(change, tags === undefined ? facts : { ...facts, tags: () => tags }, (part) =>
        isRead(reads, `resource.${part}`),
      ),
    }),
    module: (call) => ({ ...head, module: moduleInput(call) }),
  };
}

function changeParts(facts: PolicyFacts, reads: Reads): JsonObject {
  const parts: Readonly<Record<string, () => Json>> = {
    totals: () => totalsInput(facts),
    units: () => facts.units.map((unit) => unitInput(unit, facts.config.currency)),
    profiles: () => facts.profiles.map(profileInput),
    billing: () =>
      billingInput(facts.billing ?? NO_BILLING_FACTS, (part) => isRead(reads, `billing.${part}`)),
    modules: () => modulesOf(facts).map(moduleInput),
    resources: () => facts.changes.map((change) => resource(change, facts, () => true)),
  };
  const read = Object.entries(parts).filter(([part]) => isRead(reads, part));
  return Object.fromEntries(read.map(([part, make]) => [part, make()]));
}

function resource(change: CostedChange, facts: PolicyFacts, isPartRead: (part: string) => boolean): Json {
  const subject = subjectOf(change);
  return subject === undefined ? null : resourceInput(change, subject, facts, isPartRead);
}

/** True when a policy reads the part, something in it, or something that it lies in. */
function isRead(reads: Reads, part: string): boolean {
  if (reads === undefined || reads.includes('*')) return true;
  return reads.some((path) => path === part || path.startsWith(`${part}.`) || part.startsWith(`${path}.`));
}
