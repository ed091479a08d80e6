import { isJsonObject, member } from '../../lib/json.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { Plan, PlannedChange } from './plan.ts';

/**
 * The plan of the base as it turned out: what it could not know before it was applied is what the plan of the head found in its
 * place, where that says what becomes of it. So an object that nobody changes after the one does not differ in the other.
 */
export function asApplied(base: Plan, head: Plan): Plan {
  const later = new Map(
    head.changes
      .filter(({ deposed }) => deposed === undefined)
      .map((change) => [change.previousAddress ?? change.address, change]),
  );
  return { ...base, changes: base.changes.map((change) => applied(change, later.get(change.address))) };
}

function applied(change: PlannedChange, later: PlannedChange | undefined): PlannedChange {
  const { after } = change;
  if (after === null || later === undefined || later.before === null || change.deposed !== undefined)
    return change;
  const found = fill(
    { data: after, unknown: change.afterUnknown, sensitive: change.afterSensitive },
    { data: later.before, unknown: later.afterUnknown, sensitive: later.beforeSensitive },
  );
  if (!isJsonObject(found.data)) return change;
  return {
    ...change,
    after: found.data,
    afterUnknown: found.unknown ?? false,
    afterSensitive: found.sensitive ?? false,
  };
}

/** A value with its marks, in the same shape; undefined where nothing stands. */
interface Marked {
  readonly data: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
}

/** A value with the found one wherever it is marked as unknown, and the found one will not become unknown. */
function fill(value: Marked, found: Marked): Marked {
  const { unknown } = value;
  if (unknown === true) {
    const isKnown = found.data !== undefined && !hasUnknown(found.unknown);
    return isKnown ? { ...found, unknown: false } : value;
  }
  if (Array.isArray(unknown) && Array.isArray(value.data) && Array.isArray(found.data)) {
    if (value.data.length !== found.data.length) return value;
    const parts = value.data.map((_, index) => fill(itemOf(value, index), itemOf(found, index)));
    return {
      data: parts.map(({ data }) => data ?? null),
      unknown: parts.map((part) => part.unknown ?? false),
      sensitive: value.sensitive === true || parts.map((part) => part.sensitive ?? false),
    };
  }
  if (!isJsonObject(unknown) || !isJsonObject(value.data) || !isJsonObject(found.data)) return value;
  const names = [...new Set([...Object.keys(value.data), ...Object.keys(unknown)])];
  const parts = names.map((name) => [name, fill(entryOf(value, name), entryOf(found, name))] as const);
  const each = (part: keyof Marked): JsonObject =>
    Object.fromEntries(parts.flatMap(([name, { [part]: one }]) => (one === undefined ? [] : [[name, one]])));
  return {
    data: each('data'),
    unknown: each('unknown'),
    sensitive: value.sensitive === true || each('sensitive'),
  };
}

function itemOf({ data, unknown, sensitive }: Marked, index: number): Marked {
  return { data: item(data, index), unknown: item(unknown, index), sensitive: item(sensitive, index) };
}

/** A mark of the whole is one of each part. */
function item(list: Json | undefined, index: number): Json | undefined {
  return Array.isArray(list) ? (list as readonly Json[])[index] : list === true ? true : undefined;
}

function entryOf({ data, unknown, sensitive }: Marked, name: string): Marked {
  return { data: entry(data, name), unknown: entry(unknown, name), sensitive: entry(sensitive, name) };
}

function entry(object: Json | undefined, name: string): Json | undefined {
  return object === true ? true : member(object, name);
}

function hasUnknown(mark: Json | undefined): boolean {
  if (Array.isArray(mark)) return mark.some(hasUnknown);
  return isJsonObject(mark) ? Object.values(mark).some(hasUnknown) : mark === true;
}
