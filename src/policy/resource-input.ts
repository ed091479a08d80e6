import { atListPrices } from '../estimate/resource-cost.ts';
import { scenarioDelta } from '../estimate/scenario-delta.ts';
import type { Range } from '../model/cost.ts';
import { ordered } from '../model/range.ts';
import type { Resource } from '../model/resource.ts';
import type { CostedChange } from '../model/result.ts';
import { attributesInput } from './attributes-input.ts';
import { rangeJson } from './figures.ts';
import type { PolicyFacts } from './input.ts';
import type { Json, JsonObject } from './json-text.ts';
import { sourceJson } from './source-json.ts';
import { tagsInput } from './tags-input.ts';

/** How each part of `input.resource` is made; only what a policy reads is. */
const PARTS: Readonly<Record<string, (at: Subject) => Json>> = {
  // What is new to the definitions is judged as new.
  action: ({ change: { change } }) => (change.action === 'import' ? 'create' : change.action),
  address: ({ change }) => change.change.address,
  previousAddress: ({ change }) => change.change.previousAddress ?? null,
  type: ({ change }) => change.change.type,
  project: ({ change }) => change.change.project,
  provider: ({ resource }) => resource.provider.name,
  region: ({ resource: { region } }) =>
    region.kind === 'string' && region.sensitive !== true ? region.value : null,
  source: ({ resource }) => sourceJson(resource.source),
  tags: ({ resource, facts }) => tagsInput(facts.tags(resource), facts.config.policies.requiredTags.keys),
  attributes: ({ change: { change } }) => ({
    base:
      change.base === undefined || change.action === 'import'
        ? null
        : attributesInput(change.base.attributes),
    head: change.head === undefined ? null : attributesInput(change.head.attributes),
  }),
  cost: ({ change }) => ({
    status: (change.head ?? change.base)?.status ?? 'none',
    base: rangeOrNull(change.base?.monthly),
    head: rangeOrNull(change.head?.monthly),
    delta: rangeOrNull(change.delta?.monthly),
    list: listInput(change),
  }),
};

interface Subject {
  readonly change: CostedChange;
  /** At head; at base for a delete. */
  readonly resource: Resource;
  readonly facts: PolicyFacts;
}

/** The resource that a change is about: at head, or at base when it is deleted. */
export function subjectOf({ change }: CostedChange): Resource | undefined {
  return change.head ?? change.base;
}

/** `input.resource` with the parts that are read. */
export function resourceInput(
  change: CostedChange,
  resource: Resource,
  facts: PolicyFacts,
  isRead: (part: string) => boolean,
): JsonObject {
  const subject: Subject = { change, resource, facts };
  const parts = Object.entries(PARTS).filter(([part]) => isRead(part));
  return Object.fromEntries(parts.map(([part, make]) => [part, make(subject)]));
}

/** The cost by list prices: that of a change without own prices as it is. */
function listInput({ base, head }: CostedChange): Json {
  const [before, after] = [base && atListPrices(base), head && atListPrices(head)];
  const delta = scenarioDelta(before, after);
  return {
    base: rangeOrNull(before?.monthly),
    head: rangeOrNull(after?.monthly),
    delta: delta === null ? null : rangeJson(ordered(delta.monthly)),
  };
}

function rangeOrNull(range: Range | null | undefined): Json {
  return range === null || range === undefined ? null : rangeJson(range);
}
