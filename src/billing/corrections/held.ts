import { compareInstants } from '../../lib/calendar.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { referenceTo, type ResolvedProfile } from '../resolve/resolved-profile.ts';
import { versionsInForce } from '../timeline/timeline.ts';

/** A half-open time; without an end when `to` is null. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** Who was bound to what and when, each asked for once: one file may correct thousands of lines of one customer. */
export class HeldVersions {
  readonly #catalogue: Catalogue;
  readonly #types = new Map<string, ReadonlySet<string>>();
  readonly #spans = new Map<string, readonly Span[]>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** The types of the customers that are bound by an id in the environment of a version. */
  typesOf({ terms: { environment } }: ResolvedProfile, customer: string): ReadonlySet<string> {
    const key = `${environment} ${customer}`;
    const bound = () => this.#catalogue.bindingsOf(environment, customer);
    const types = this.#types.get(key) ?? new Set(bound().map(({ binding }) => binding.type));
    this.#types.set(key, types);
    return types;
  }

  /** The times in which a version held for a customer, in order, each as long as it can be. */
  spansOf({ terms }: ResolvedProfile, type: string, customer: string): readonly Span[] {
    const reference = referenceTo(terms);
    const key = `${reference} ${type} ${customer}`;
    const known = this.#spans.get(key);
    if (known !== undefined) return known;
    const parts = versionsInForce(this.#catalogue, terms.environment, customer, type);
    const spans = joined(parts.filter(({ profile }) => referenceTo(profile.terms) === reference));
    this.#spans.set(key, spans);
    return spans;
  }

  /** Whether a billing file could not be read, so that nobody knows who is bound to what. */
  get isInDoubt(): boolean {
    return this.#catalogue.broken.size > 0;
  }
}

/** Parts of time by their begin, those that meet or overlap as one. */
function joined(parts: readonly Span[]): readonly Span[] {
  const spans: { from: string; to: string | null }[] = [];
  for (const { from, to } of parts.toSorted((a, b) => compareInstants(a.from, b.from))) {
    const last = spans.at(-1);
    if (last === undefined || (last.to !== null && compareInstants(last.to, from) < 0))
      spans.push({ from, to });
    else if (last.to !== null && (to === null || compareInstants(to, last.to) > 0)) last.to = to;
  }
  return spans;
}

/** Whether one of the spans, which are in order and apart, holds all of a time. By halves: there may be thousands. */
export function covers(spans: readonly Span[], from: string, to: string): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && compareInstants(span.from, from) <= 0) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span !== undefined && (span.to === null || compareInstants(to, span.to) <= 0);
}
