import type { Difference } from '../../model/change.ts';
import type { ObjectValue, SequenceValue, Value } from '../../model/value.ts';
import { byCodePoint } from '../../lib/order.ts';
import { fingerprint, openPrint, restPrint } from './fingerprint.ts';
import { pairItems } from './pair-items.ts';

/**
 * How two values differ, path by path. `changed`: both sides are known and differ. `maybe`: a side is unknown, and what is
 * written differs. Unknown on both sides from the same expressions is no difference; null is the same as absent.
 */
export function compareValues(
  path: string,
  base: Value | undefined,
  head: Value | undefined,
): readonly Difference[] {
  if (base === head) return [];
  const before = present(base);
  const after = present(head);
  if (before === undefined && after === undefined) return [];
  if (before?.kind === 'unknown' || after?.kind === 'unknown') {
    const same = before !== undefined && after !== undefined && fingerprint(before) === fingerprint(after);
    return same ? [] : [{ path, base, head, certainty: 'maybe' }];
  }
  if (before === undefined || after === undefined) return [{ path, base, head, certainty: 'changed' }];
  if (isCollection(before) && isCollection(after)) {
    const inside = compareCollections(path, before, after);
    return before.sensitive === true || after.sensitive === true ? asOne(path, base, head, inside) : inside;
  }
  return fingerprint(before) === fingerprint(after) ? [] : [{ path, base, head, certainty: 'changed' }];
}

/** The path of an attribute or key below another path. */
export function childPath(path: string, key: string): string {
  if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

type Collection = ObjectValue | SequenceValue;

function compareCollections(path: string, base: Collection, head: Collection): readonly Difference[] {
  if (isObject(base) && isObject(head)) return compareObjects(path, base, head);
  if (isSequence(base) && isSequence(head)) {
    const sets = base.kind === 'set' || head.kind === 'set';
    return sets ? compareSets(path, base, head) : compareLists(path, base, head);
  }
  return [{ path, base, head, certainty: 'changed' }];
}

/** One difference for all that differs in a secret: the paths inside could tell a key. */
function asOne(
  path: string,
  base: Value | undefined,
  head: Value | undefined,
  inside: readonly Difference[],
): readonly Difference[] {
  if (inside.length === 0) return [];
  const isCertain = inside.some(({ certainty }) => certainty === 'changed');
  return [{ path, base, head, certainty: isCertain ? 'changed' : 'maybe' }];
}

function isCollection(value: Value): value is Collection {
  return isObject(value) || isSequence(value);
}

function compareObjects(path: string, base: ObjectValue, head: ObjectValue): readonly Difference[] {
  const found: Difference[] = [];
  const compareKey = (key: string): void => {
    const before = base.entries.get(key);
    const after = head.entries.get(key);
    if (before === after || sameText(before, after)) return;
    if (isNothing(before) && isNothing(after)) return;
    const differences = compareValues(childPath(path, key), before, after);
    const inDoubt = mayHave(base, key) || mayHave(head, key);
    for (const one of differences) found.push(inDoubt ? { ...one, certainty: 'maybe' } : one);
  };
  for (const key of base.entries.keys()) compareKey(key);
  for (const key of head.entries.keys()) if (!base.entries.has(key)) compareKey(key);
  found.sort((a, b) => byCodePoint(a.path, b.path));
  return [...found, ...compareRest(`${path}.*`, base, head, found.length > 0)];
}

/** The common case, without making a path: the same text on both sides. */
function sameText(base: Value | undefined, head: Value | undefined): boolean {
  return base?.kind === 'string' && head?.kind === 'string' && base.value === head.value;
}

/** Whether an object may have a key besides what `entries` says. */
function mayHave(object: ObjectValue, key: string): boolean {
  if (object.uncertain?.has(key) === true) return true;
  return object.rest !== undefined && !object.entries.has(key);
}

function compareLists(path: string, base: SequenceValue, head: SequenceValue): readonly Difference[] {
  const found = pairItems(base.items, head.items).flatMap(({ index, before, after }) => {
    const differences = compareValues(`${path}[${index}]`, before, after);
    const inDoubt =
      (before === undefined && base.rest !== undefined) || (after === undefined && head.rest !== undefined);
    return inDoubt
      ? differences.map((difference) => ({ ...difference, certainty: 'maybe' as const }))
      : differences;
  });
  return [...found, ...compareRest(`${path}[*]`, base, head, found.length > 0)];
}

function compareSets(path: string, base: SequenceValue, head: SequenceValue): readonly Difference[] {
  const content = (value: SequenceValue) => fingerprint({ ...value, kind: 'set' });
  if (content(base) === content(head)) return [];
  const known = [base, head].every(
    ({ items, rest }) => rest === undefined && items.every((item) => item.kind !== 'unknown'),
  );
  return [{ path, base, head, certainty: known ? 'changed' : 'maybe' }];
}

/** What may be in collections besides their known parts. Other expressions may give other parts, unless it is told that they did. */
function compareRest(
  path: string,
  base: Collection,
  head: Collection,
  isTold: boolean,
): readonly Difference[] {
  const isSame =
    restPrint(base.rest) === restPrint(head.rest) && (isTold || openPrint(base) === openPrint(head));
  return isSame ? [] : [{ path, base, head, certainty: 'maybe' }];
}

function present(value: Value | undefined): Value | undefined {
  return value?.kind === 'null' ? undefined : value;
}

/** An empty map as an argument says as much as none: providers see no difference. */
function isNothing(value: Value | undefined): boolean {
  const found = present(value);
  return found === undefined || (isObject(found) && found.entries.size === 0 && found.rest === undefined);
}

function isObject(value: Value): value is ObjectValue {
  return value.kind === 'object' || value.kind === 'map';
}

function isSequence(value: Value): value is SequenceValue {
  return value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set';
}
