import type { Action, Change, Difference } from '../../model/change.ts';
import type { Planned, Resource } from '../../model/resource.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { compareValues } from './compare.ts';
import { compareRepetition } from './compare-repetition.ts';
import { withoutIgnored } from './ignored.ts';
import { keepIgnored, keptOrWritten } from './keep-ignored.ts';
import type { Moved } from './moved.ts';
import { pairResources } from './pair.ts';
import type { Pair } from './pair.ts';
import { replacingPaths } from './replacement.ts';
import { withTriggered } from './triggered.ts';

/** What the difference needs to know of resource types. */
export interface TypeFacts {
  /** Paths without indexes whose change makes the cloud replace the resource, such as `ami` or `disk.type`. */
  readonly replaceOn: (type: string) => readonly string[];
  /** Whether the provider's default tags reach resources of the type. */
  readonly inheritsDefaultTags: (type: string) => boolean;
}

/**
 * The changes between two sides, no-ops included, sorted by project and address. Pairs by address after `moved`. A change
 * of the region, of a path in `replaceOn` or of what `replace_triggered_by` names replaces the resource. What
 * `ignore_changes` covers is no difference and keeps the base's value in `head`, unless the resource is replaced: a new object
 * gets all that is written. Where it is not certain whether it is, it may have either. Where a plan says what is done, that holds. An imported resource has no differences: see `withImported`.
 */
export function diffResources(
  base: readonly Resource[],
  head: readonly Resource[],
  moved: readonly Moved[],
  facts: TypeFacts,
): readonly Change[] {
  const pairs = pairResources(base, head, moved);
  const changes = pairs.map((pair) => changeOf(pair, facts));
  return withTriggered(changes, (at, certainty) => changeOf(pairs[at] ?? {}, facts, certainty));
}

/** The resources of the head as the change leaves them, in the order of the changes. */
export function resourcesAfter(changes: readonly Change[]): readonly Resource[] {
  return changes.flatMap(({ head }) => head ?? []);
}

function changeOf({ base, head }: Pair, facts: TypeFacts, triggered?: Difference['certainty']): Change {
  if (base !== undefined && head !== undefined) {
    return base.imported === true ? changeOfImport(base, head) : changeOfBoth(base, head, facts, triggered);
  }
  const resource = head ?? base;
  if (resource === undefined) throw new Error('A pair has a side.');
  return {
    action: head === undefined ? 'delete' : 'create',
    address: resource.address,
    type: resource.type,
    project: resource.project,
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    differences: [],
    replaceBecause: [],
  };
}

/** What differs from what runs stands in no source; what `ignore_changes` names keeps what nobody knows. */
function changeOfImport(base: Resource, head: Resource): Change {
  const rest = { reason: 'data-source', detail: `${head.address} before its import` } as const;
  const attributes: ObjectValue = { kind: 'object', entries: new Map(), rest, origin: [] };
  return {
    action: 'import',
    address: head.address,
    type: head.type,
    project: head.project,
    base,
    head: keepIgnored({ ...base, attributes }, head),
    differences: [],
    replaceBecause: [],
  };
}

/** The change of a resource that is on both sides; `triggered` by the change of another one, as `replace_triggered_by` says. */
function changeOfBoth(
  base: Resource,
  head: Resource,
  facts: TypeFacts,
  triggered: Difference['certainty'] | undefined,
): Change {
  if (head.planned !== undefined) return changeOfPlan(base, head, head.planned, facts);
  const updated = keepIgnored(base, head);
  const repetition = compareRepetition(base.repeatedBy, head.repeatedBy);
  const applied = [...withoutIgnored(differencesOf(base, updated, facts), head), ...repetition];
  const pathsOf = (certainty: Difference['certainty']): readonly string[] => [
    ...replacingPaths(applied, certainty, facts.replaceOn(head.type), [base, updated]),
    ...(triggered === certainty ? [TRIGGER] : []),
  ];
  const replaceBecause = pathsOf('changed');
  const isReplaced = replaceBecause.length > 0;
  const isOpen = !isReplaced && updated !== head && pathsOf('maybe').length > 0;
  const after = isReplaced ? head : isOpen ? keptOrWritten(updated, head) : updated;
  const differences = after === updated ? applied : [...differencesOf(base, after, facts), ...repetition];
  const isMoved = base.address !== head.address;
  return {
    action: actionOf(differences, replaceBecause, isMoved),
    address: head.address,
    ...(isMoved ? { previousAddress: base.address } : {}),
    type: head.type,
    project: head.project,
    base,
    head: after,
    differences,
    replaceBecause,
  };
}

const TRIGGER = 'lifecycle.replace_triggered_by';

/** The change that a plan makes: its action; differences in all but what the cloud computes and nobody writes. */
function changeOfPlan(base: Resource, head: Resource, planned: Planned, facts: TypeFacts): Change {
  const isMoved = base.address !== head.address;
  const { action, replaceBecause, computed } = planned;
  return {
    action: action === 'no-op' && isMoved ? 'move' : action,
    address: head.address,
    ...(isMoved ? { previousAddress: base.address } : {}),
    type: head.type,
    project: head.project,
    ...{ base, head, replaceBecause },
    differences:
      action === 'no-op'
        ? []
        : differencesOf(base, head, facts).filter((one) => one.head !== undefined || !computed.has(one.path)),
  };
}

function actionOf(
  differences: readonly Difference[],
  replaceBecause: readonly string[],
  isMoved: boolean,
): Action {
  if (replaceBecause.length > 0) return 'replace';
  if (differences.length > 0) return 'update';
  return isMoved ? 'move' : 'no-op';
}

function differencesOf(base: Resource, head: Resource, facts: TypeFacts): readonly Difference[] {
  const written = compareValues('', base.attributes, head.attributes);
  const hasPlace = written.some(({ path }) => path === 'region' || path === 'location');
  return [
    ...written,
    ...(hasPlace ? [] : compareValues('region', base.region, head.region)),
    ...compareValues('provider', providerText(base), providerText(head)),
    ...(facts.inheritsDefaultTags(head.type)
      ? compareValues('default_tags', base.provider.defaultTags, head.provider.defaultTags)
      : []),
  ];
}

function providerText({ provider }: Resource): Value {
  const value = provider.alias === undefined ? provider.name : `${provider.name}.${provider.alias}`;
  return { kind: 'string', value, origin: [] };
}
