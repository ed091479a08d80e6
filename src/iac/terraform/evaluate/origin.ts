import type { SourceSpan } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';

/** A value names at most this many places: the first ones and the last ones. */
export const MAX_ORIGINS = 16;

/** The value with one more place that determined it, after those that it has. */
export function withOrigin(value: Value, span: SourceSpan): Value {
  if (value.origin.some((known) => sameSpan(known, span))) return value;
  return { ...value, origin: cap([...value.origin, span]) };
}

/** The places of all values in order, without repetition, then the place that combined them. */
export function joinOrigins(values: readonly Value[], own?: SourceSpan): readonly SourceSpan[] {
  const spans: SourceSpan[] = [];
  for (const value of values) {
    for (const span of value.origin) if (!spans.some((known) => sameSpan(known, span))) spans.push(span);
    if (spans.length > 4 * MAX_ORIGINS) break;
  }
  if (own && !spans.some((known) => sameSpan(known, own))) spans.push(own);
  return cap(spans);
}

function sameSpan(a: SourceSpan, b: SourceSpan): boolean {
  return a.start === b.start && a.end === b.end && a.source === b.source;
}

function cap(spans: SourceSpan[]): readonly SourceSpan[] {
  if (spans.length <= MAX_ORIGINS) return spans;
  return [...spans.slice(0, MAX_ORIGINS / 2), ...spans.slice(-MAX_ORIGINS / 2)];
}
