import { isJsonObject } from '../../../src/lib/json.ts';
import type { Json } from '../../../src/lib/json.ts';
import type { UnknownReason, Value } from '../../../src/model/value.ts';
import { numberText } from '../../../src/iac/terraform/evaluate/numbers.ts';

/** What came out for one leaf that the configuration writes. */
export interface Outcome {
  readonly place: string;
  readonly result:
    | 'agreed'
    /** Equal as JSON documents, or as texts without the white space around them. */
    | 'normalised'
    | 'contradicted'
    /** Written, and the plan has nothing there: a write-only argument, or one that the provider drops. */
    | 'not in plan'
    | 'known before the plan'
    | UnknownReason;
  readonly ours?: string;
  readonly planned?: string;
}

/** Holds what is written against the planned object, leaf by leaf. `unknown` has `true` where the plan does not know. */
export function compareAttributes(
  ours: Value,
  planned: Json | undefined,
  unknown: Json | undefined,
  place: string,
): readonly Outcome[] {
  if (ours.kind === 'null') return [];
  if (unknown === true) return unknownInPlan(ours, place);
  if (ours.kind === 'unknown') {
    if (hasUnknown(unknown) || isNothing(planned)) return [];
    return [{ place, result: ours.reason, ours: ours.detail ?? '', planned: JSON.stringify(planned) }];
  }
  if ('items' in ours) return compareItems(ours.items, planned, unknown, place);
  if ('entries' in ours) {
    const bodies = listOf(planned);
    if (bodies?.length === 1) return compareAttributes(ours, bodies[0], part(unknown, 0), place);
    return [...ours.entries].flatMap(([key, entry]) =>
      compareAttributes(entry, part(planned, key), part(unknown, key), `${place}.${key}`),
    );
  }
  return [compareScalar(ours, planned, place)];
}

/** Blocks of a set have another order in the plan: each of ours meets the one of the plan that it agrees with best. */
function compareItems(
  items: readonly Value[],
  planned: Json | undefined,
  unknown: Json | undefined,
  place: string,
): readonly Outcome[] {
  const bodies = listOf(planned);
  if (bodies === undefined) return compareSingle(items, planned, unknown, place);
  const left = new Set(bodies.keys());
  return items.flatMap((item, index) => {
    const tried = [...left].map((at) => ({
      at,
      outcomes: compareAttributes(item, bodies[at], part(unknown, at), `${place}[${index}]`),
    }));
    const inOrder = tried.find(({ at }) => at === index);
    const best = tried.reduce(
      (a, b) => (score(b.outcomes) < score(a.outcomes) ? b : a),
      inOrder ?? tried[0] ?? MISSING,
    );
    left.delete(best.at);
    return best === MISSING
      ? compareAttributes(item, undefined, undefined, `${place}[${index}]`)
      : best.outcomes;
  });
}

const MISSING: { readonly at: number; readonly outcomes: readonly Outcome[] } = { at: -1, outcomes: [] };

/** A block that may stand once is an object in some providers. */
function compareSingle(
  items: readonly Value[],
  planned: Json | undefined,
  unknown: Json | undefined,
  place: string,
): readonly Outcome[] {
  const [only] = items;
  if (only !== undefined && items.length === 1 && isJsonObject(planned)) {
    return compareAttributes(only, planned, unknown, place);
  }
  return items.flatMap((item, index) => compareAttributes(item, planned, undefined, `${place}[${index}]`));
}

function score(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ result }) => result === 'contradicted' || result === 'not in plan').length;
}

function compareScalar(
  ours: Exclude<Value, { kind: 'null' | 'unknown' } | { items: unknown } | { entries: unknown }>,
  planned: Json | undefined,
  place: string,
): Outcome {
  const written = ours.kind === 'number' ? numberText(ours.value) : String(ours.value);
  if (planned === undefined || planned === null) return { place, result: 'not in plan', ours: written };
  const there = typeof planned === 'object' ? JSON.stringify(planned) : String(planned);
  if (written === there) return { place, result: 'agreed' };
  if (isSameDocument(written, there)) return { place, result: 'normalised' };
  return { place, result: 'contradicted', ours: written, planned: there };
}

function isSameDocument(a: string, b: string): boolean {
  if (a.trim() === b.trim()) return true;
  try {
    return canonical(JSON.parse(a) as Json) === canonical(JSON.parse(b) as Json);
  } catch {
    return false;
  }
}

function canonical(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    isJsonObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function unknownInPlan(ours: Value, place: string): readonly Outcome[] {
  const isKnown = ours.kind === 'string' || ours.kind === 'number' || ours.kind === 'bool';
  return isKnown ? [{ place, result: 'known before the plan', ours: String(ours.value) }] : [];
}

function hasUnknown(unknown: Json | undefined): boolean {
  return (
    unknown === true ||
    (typeof unknown === 'object' && unknown !== null && Object.values(unknown).some(hasUnknown))
  );
}

function isNothing(planned: Json | undefined): boolean {
  return planned === undefined || planned === null || (Array.isArray(planned) && planned.length === 0);
}

function listOf(planned: Json | undefined): readonly Json[] | undefined {
  return Array.isArray(planned) ? (planned as readonly Json[]) : undefined;
}

function part(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string | number, Json>>)[key];
}
