import type { ObjectValue, SequenceValue, Value } from '../../../src/model/value.ts';
import { byCodePoint } from '../../../src/lib/order.ts';
import { numberText } from '../../../src/iac/terraform/evaluate/numbers.ts';

/** How our value and the planned one differ at a place. */
export type Disagreement =
  | 'another value'
  | 'unknown here, known in the plan'
  | 'known here, unknown in the plan'
  | 'shown here, hidden in the plan'
  | 'hidden here, shown in the plan';

/** Differences by place; empty when the values agree. */
export type Disagreements = Map<string, Disagreement>;

/** Holds a value against what a plan has at the same place, part by part. */
export function compareValue(
  planned: unknown,
  ours: Value,
  place: string,
  found: Disagreements,
  hidden = false,
): void {
  const { value, sensitive } = unwrap(planned);
  const isHidden = hidden || ours.sensitive === true;
  if (sensitive && !isHidden && !hidesAll(ours)) found.set(place, 'shown here, hidden in the plan');
  else if (ours.sensitive === true && !hidden && !sensitive && !isUnknown(value))
    found.set(place, 'hidden here, shown in the plan');
  else comparePlain(value, ours, place, found, isHidden || sensitive);
}

function comparePlain(
  planned: unknown,
  ours: Value,
  place: string,
  found: Disagreements,
  hidden: boolean,
): void {
  if (isUnknown(planned)) {
    if (ours.kind !== 'unknown' && !isOpen(ours)) found.set(place, 'known here, unknown in the plan');
  } else if (ours.kind === 'unknown') found.set(place, 'unknown here, known in the plan');
  else if ('items' in ours) compareItems(planned, ours, place, found, hidden);
  else if ('entries' in ours) compareEntries(planned, ours, place, found, hidden);
  else if (scalar(ours) !== planned) found.set(place, 'another value');
}

function compareItems(
  planned: unknown,
  ours: SequenceValue,
  place: string,
  found: Disagreements,
  hidden: boolean,
): void {
  const isPartial = ours.rest !== undefined || ours.unplaced !== undefined;
  if (!Array.isArray(planned)) found.set(place, 'another value');
  else if (isPartial) found.set(place, 'unknown here, known in the plan');
  else if (planned.length !== ours.items.length) found.set(place, 'another value');
  else {
    for (const [index, item] of ours.items.entries()) {
      compareValue(planned[index], item, `${place}[${index}]`, found, hidden);
    }
  }
}

function compareEntries(
  planned: unknown,
  ours: ObjectValue,
  place: string,
  found: Disagreements,
  hidden: boolean,
): void {
  if (typeof planned !== 'object' || planned === null || Array.isArray(planned)) {
    found.set(place, 'another value');
    return;
  }
  if (isOpen(ours)) found.set(place, 'unknown here, known in the plan');
  const parts = planned as Readonly<Record<string, unknown>>;
  const keys = new Set([...Object.keys(parts), ...ours.entries.keys()]);
  for (const key of [...keys].sort(byCodePoint)) {
    const entry = ours.entries.get(key);
    const at = `${place}.${key}`;
    if (entry === undefined ? ours.rest === undefined : !Object.hasOwn(parts, key)) {
      found.set(at, 'another value');
    } else if (entry !== undefined) compareValue(parts[key], entry, at, found, hidden);
  }
}

function scalar(ours: Exclude<Value, ObjectValue | SequenceValue | { kind: 'unknown' }>): unknown {
  if (ours.kind === 'null') return null;
  return ours.kind === 'number' ? Number(numberText(ours.value)) : ours.value;
}

/** A collection that may have more parts, or other ones, than are known. */
function isOpen(ours: Value): boolean {
  if ('items' in ours) return ours.rest !== undefined;
  return 'entries' in ours && (ours.rest !== undefined || (ours.uncertain?.size ?? 0) > 0);
}

/** A plan hides a collection as a whole where ours may hide each part of it. */
function hidesAll(value: Value): boolean {
  if (value.sensitive === true) return true;
  const parts = 'items' in value ? value.items : 'entries' in value ? [...value.entries.values()] : [];
  return parts.length > 0 && parts.every(hidesAll);
}

function isUnknown(planned: unknown): boolean {
  return typeof planned === 'object' && planned !== null && Object.hasOwn(planned, '$unknown');
}

function unwrap(planned: unknown): { value: unknown; sensitive: boolean } {
  if (typeof planned !== 'object' || planned === null || !Object.hasOwn(planned, '$sensitive')) {
    return { value: planned, sensitive: false };
  }
  return { value: (planned as { $sensitive: unknown }).$sensitive, sensitive: true };
}
