import { Assumption, type SourceSpan } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import { assumptionSpans } from './assumed.ts';

/** A value names at most this many places: the first ones, the last ones, and what it rests on without a place. */
export const MAX_ORIGINS = 16;

/** The value with one more place that determined it, after those that it has. */
export function withOrigin(value: Value, span: SourceSpan): Value {
  if (value.origin.some((known) => sameSpan(known, span))) return value;
  return { ...value, origin: cap([...value.origin, span]) };
}

/**
 * The places of all values in order, without repetition, then the place that combined them; of collections also what
 * their parts assume.
 */
export function joinOrigins(values: readonly Value[], own?: SourceSpan): readonly SourceSpan[] {
  const spans: SourceSpan[] = [];
  for (const value of values) {
    for (const span of value.origin) if (!spans.some((known) => sameSpan(known, span))) spans.push(span);
    for (const span of assumptionSpans(value)) if (!spans.includes(span)) spans.push(span);
    if (spans.length > 4 * MAX_ORIGINS) break;
  }
  if (own && !spans.some((known) => sameSpan(known, own))) spans.push(own);
  return cap(spans);
}

/**
 * A part of a collection with the places on its way: where it is written, then those by which the collection came from
 * there to where the part is read. What stands around the part where it is written says nothing of it and is left out.
 */
export function throughCollection({ origin: way }: Value, part: Value): Value {
  const written = part.origin.at(-1);
  if (way.length === 0 || (written === undefined && part.kind === 'unknown')) return part;
  if (written === undefined) return { ...part, origin: way };
  const around = way.findLastIndex((span) => holds(span, written));
  if (around === way.length - 1 || (around === -1 && part.kind === 'unknown')) return part;
  const hops = way.slice(around + 1).filter((span) => !part.origin.some((known) => sameSpan(known, span)));
  return hops.length === 0 ? part : { ...part, origin: cap([...part.origin, ...hops]) };
}

function holds(outer: SourceSpan, inner: SourceSpan): boolean {
  return outer.source === inner.source && outer.start <= inner.start && inner.end <= outer.end;
}

function sameSpan(a: SourceSpan, b: SourceSpan): boolean {
  return a.start === b.start && a.end === b.end && a.source === b.source;
}

function cap(spans: SourceSpan[]): readonly SourceSpan[] {
  if (spans.length <= MAX_ORIGINS) return spans;
  const [from, to] = [MAX_ORIGINS / 2, spans.length - MAX_ORIGINS / 2];
  return spans.filter(({ source }, at) => at < from || at >= to || source instanceof Assumption);
}
