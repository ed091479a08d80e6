import { asText, type Basis, CERTAIN, clip, joinBasis, type Reading } from './reading.ts';
import type { Scope } from './scope.ts';

/** A price key with its values filled in: parts between `|`, null for "any". */
export type FilledKey =
  | { readonly kind: 'parts'; readonly parts: readonly (string | null)[]; readonly basis: Basis }
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      /** The keys that it can be, when one value is unknown but has few candidates. */
      readonly candidates: readonly { readonly text: string; readonly parts: readonly (string | null)[] }[];
    };

const placeholder = /\{(\w+)\}/g;

/** Fills the values of a scope into a name: `{type}`. What is not known reads "unknown". */
export function fillName(template: string, scope: Scope): string {
  if (!template.includes('{')) return template;
  return template.replace(placeholder, (_, name: string) => {
    const reading = scope.value(name);
    if (reading.kind === 'number' && asText(reading) === undefined) {
      return `${reading.range.low.toFixed()} to ${reading.range.high.toFixed()}`;
    }
    return clip(asText(reading) ?? (reading.kind === 'unknown' ? 'unknown' : 'not set'));
  });
}

/** A name without its values: what stands for all of them. */
export function bareName(template: string): string {
  return template.replace(placeholder, '').replace(/ +/g, ' ').trim();
}

/** Fills the values of a scope into a price key. A value with a `|` in it can match no key. */
export function fillKey(template: string, scope: Scope): FilledKey {
  const names = [...template.matchAll(placeholder)].map((match) => match[1] ?? '');
  const readings = new Map(names.map((name) => [name, scope.value(name)]));
  let basis = CERTAIN;
  let open: [string, Extract<Reading, { kind: 'unknown' }>] | undefined;
  for (const [name, reading] of readings) {
    if (reading.kind === 'null') return unknown(`${reading.what} is not set`);
    if (reading.kind === 'unknown') {
      if (open !== undefined) return unknown(open[1].reason);
      open = [name, reading];
    } else if (reading.kind !== 'any') {
      if (asText(reading) === undefined) return unknown(`${name} is a range`);
      basis = joinBasis(basis, reading.basis);
    }
  }
  if (open === undefined) return { kind: 'parts', parts: partsOf(template, readings), basis };
  const [name, reading] = open;
  const candidates = (reading.candidates ?? []).map((text) => ({
    text,
    parts: partsOf(template, new Map(readings).set(name, { kind: 'text', text, basis: CERTAIN })),
  }));
  return { kind: 'unknown', reason: reading.reason, candidates };
}

function partsOf(template: string, readings: ReadonlyMap<string, Reading>): (string | null)[] {
  return template.split('|').map((part) => {
    if (/^\{\w+\}$/.test(part) && readings.get(part.slice(1, -1))?.kind === 'any') return null;
    return part.replace(placeholder, (_, name: string) => {
      const reading = readings.get(name);
      return reading === undefined ? '' : (asText(reading) ?? '');
    });
  });
}

function unknown(reason: string): FilledKey {
  return { kind: 'unknown', reason, candidates: [] };
}
