import type { Action, Change, Difference } from '../../model/change.ts';
import type { Planned, Resource } from '../../model/resource.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { compareValues } from './compare.ts';
import { plainPath, withoutIgnored } from './ignored.ts';
import { keepIgnored } from './keep-ignored.ts';
import type { Moved } from './moved.ts';
import { pairResources } from './pair.ts';
import type { Pair } from './pair.ts';

/** What the difference needs to know of resource types. */
export interface TypeFacts {
  /** Paths without indexes whose change makes the cloud replace the resource, such as `ami` or `disk.type`. */
  readonly replaceOn: (type: string) => readonly string[];
  /** Whether the provider's default tags reach resources of the type. */
  readonly inheritsDefaultTags: (type: string) => boolean;
}

/**
 * The changes between two sides, no-ops included, sorted by project and address. Pairs by address after `moved`. A change
 * of the region or of a path in `replaceOn` replaces the resource. What `ignore_changes` covers is no difference and keeps
 * the base's value in `head`, unless the resource is replaced: a new object gets all that is written. Where a plan says what
 * is done, that holds. An imported resource has no differences: see `withImported`.
 */
export function diffResources(
  base: readonly Resource[],
  head: readonly Resource[],
  moved: readonly Moved[],
  facts: TypeFacts,
): readonly Change[] {
  return pairResources(base, head, moved).map((pair) => changeOf(pair, facts));
}

/** The resources of the head as the change leaves them, in the order of the changes. */
export function resourcesAfter(changes: readonly Change[]): readonly Resource[] {
  return changes.flatMap(({ head }) => head ?? []);
}

function changeOf({ base, head }: Pair, facts: TypeFacts): Change {
  if (base !== undefined && head !== undefined) {
    return base.imported === true ? changeOfImport(base, head) : changeOfBoth(base, head, facts);
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

function changeOfBoth(base: Resource, head: Resource, facts: TypeFacts): Change {
  if (head.planned !== undefined) return changeOfPlan(base, head, head.planned, facts);
  const updated = keepIgnored(base, head);
  const repetition = compareRepetition(base.repeatedBy, head.repeatedBy);
  const applied = [...withoutIgnored(differencesOf(base, updated, facts), head), ...repetition];
  const replaceBecause = replacing(applied, facts.replaceOn(head.type), movesRegion(base, head));
  const isReplaced = replaceBecause.length > 0;
  const differences = isReplaced ? [...differencesOf(base, head, facts), ...repetition] : applied;
  const isMoved = base.address !== head.address;
  return {
    action: actionOf(differences, replaceBecause, isMoved),
    address: head.address,
    ...(isMoved ? { previousAddress: base.address } : {}),
    type: head.type,
    project: head.project,
    base,
    head: isReplaced ? head : updated,
    differences,
    replaceBecause,
  };
}

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

/** Whether the region differs for certain. Azure: `location` may be written in two ways that mean the same. */
function movesRegion(base: Resource, head: Resource): boolean {
  return compareValues('region', base.region, head.region).some(({ certainty }) => certainty === 'changed');
}

/** Paths that are certain to differ and that the type is replaced for. */
function replacing(
  differences: readonly Difference[],
  replaceOn: readonly string[],
  otherRegion: boolean,
): readonly string[] {
  return differences
    .filter(({ certainty }) => certainty === 'changed')
    .map(({ path }) => path)
    .filter((path) => {
      const plain = plainPath(path).replace(/\.(\d+|\*)(?=\.|$)/g, '');
      const isPlace = otherRegion && (plain === 'region' || plain === 'location');
      return isPlace || replaceOn.some((entry) => plain === entry || plain.startsWith(`${entry}.`));
    });
}

function providerText({ provider }: Resource): Value {
  const value = provider.alias === undefined ? provider.name : `${provider.name}.${provider.alias}`;
  return { kind: 'string', value, origin: [] };
}
