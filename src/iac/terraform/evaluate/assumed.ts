import { Assumption, type SourceSpan } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { traits } from './traits.ts';

const NONE: readonly SourceSpan[] = [];
const known = new Map<string, SourceSpan>();

/**
 * The value, resting on an assumption, with all its parts: on something that neither the sources nor the user's
 * variables say, but a table, a file of recorded answers or a rule. Stands among its places, so that it spreads as they do.
 */
export function assume<V extends Value>(value: V, what: string): V {
  const span = spanFor(what);
  const marked: V = { ...value, origin: [...value.origin.filter((one) => one !== span), span] };
  if ('items' in marked) return { ...marked, items: marked.items.map((item) => assume(item, what)) };
  if (!('entries' in marked)) return marked;
  return { ...marked, entries: new Map([...marked.entries].map(([key, part]) => [key, assume(part, what)])) };
}

/** What a value and its parts rest on besides the sources, each once, sorted; nothing for most values. */
export function assumptionsOf(value: Value): readonly string[] {
  return assumptionSpans(value, true)
    .map(({ source }) => source.path)
    .sort(byCodePoint);
}

/** The assumptions of the parts of a collection, as places; those of the value itself when wanted. */
export function assumptionSpans(value: Value, own = false): readonly SourceSpan[] {
  const isCollection = 'items' in value || 'entries' in value;
  if ((!own && !isCollection) || !traits(value).assumed) return NONE;
  const found = new Set<SourceSpan>();
  gather(value, found, new Set());
  return [...found];
}

/** Collections share parts: each is walked once. */
function gather(value: Value, found: Set<SourceSpan>, seen: Set<Value>): void {
  for (const span of value.origin) if (span.source instanceof Assumption) found.add(span);
  if (!('items' in value || 'entries' in value) || seen.has(value)) return;
  seen.add(value);
  const parts = 'items' in value ? value.items : value.entries.values();
  for (const part of parts) if (traits(part).assumed) gather(part, found, seen);
}

/** One span for each text, so that the same assumption is named once. */
function spanFor(what: string): SourceSpan {
  let span = known.get(what);
  if (span === undefined) {
    span = { source: new Assumption(what), start: 0, end: 0 };
    known.set(what, span);
  }
  return span;
}
