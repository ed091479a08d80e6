import type { Resource } from '../../model/resource.ts';
import type { UnknownValue, Value } from '../../model/value.ts';
import { fingerprint } from '../diff/fingerprint.ts';
import type { Pair } from '../diff/pair.ts';
import { MAX_ORIGINS } from '../terraform/evaluate/origin.ts';

/** The type and the name of a block, wherever an expression or an address has them. */
const BLOCK = /[\p{L}\p{N}_-]+\s*\.\s*[\p{L}\p{N}_-]+/gu;

/**
 * The blocks, as `type.name`, whose computed values a state does not tell for the head: those that change, come or go, and
 * those that are made from what they compute. Blocks of one name in several modules count as one.
 */
export function renewedBlocks(pairs: readonly Pair[]): ReadonlySet<string> {
  const renewed = new Set<string>();
  const users = new Map<string, Set<string>>();
  for (const { base, head } of pairs) {
    if (base === undefined || head === undefined || differs(base, head)) {
      for (const one of [base, head]) if (one !== undefined) renewed.add(blockOf(one));
      continue;
    }
    for (const name of blocksIn(head.attributes)) {
      const known = users.get(name) ?? new Set();
      users.set(name, known.add(blockOf(head)));
    }
  }
  // What is added while a set is walked is walked too.
  for (const name of renewed) for (const user of users.get(name) ?? []) renewed.add(user);
  return renewed;
}

/** Whether a value may come from what such a block computes. */
export function isRenewed(value: Value, renewed: ReadonlySet<string>): boolean {
  if (renewed.size === 0) return false;
  for (const part of openParts(value)) {
    if (part.origin.length >= MAX_ORIGINS) return true;
    if (namesIn(part).some((name) => renewed.has(name))) return true;
  }
  return false;
}

/** Whether it is made anew or otherwise: other arguments, in another place, or by another provider configuration. */
function differs(base: Resource, head: Resource): boolean {
  return isElsewhere(base, head) || fingerprint(base.attributes) !== fingerprint(head.attributes);
}

/** Whether the head has it in another place or by another provider configuration: nothing that it was is left of it. */
export function isElsewhere(base: Resource, head: Resource): boolean {
  return (
    base.provider.name !== head.provider.name ||
    base.provider.alias !== head.provider.alias ||
    fingerprint(base.region) !== fingerprint(head.region)
  );
}

function blockOf({ type, name }: Resource): string {
  return `${type}.${name}`;
}

function blocksIn(value: Value): ReadonlySet<string> {
  return new Set([...openParts(value)].flatMap(namesIn));
}

function namesIn({ origin, ...part }: Value): readonly string[] {
  const { detail, reference } = part as Partial<UnknownValue>;
  const rest = 'rest' in part ? part.rest?.detail : undefined;
  const texts = origin.map(({ source, start, end }) => source.text.slice(start, end));
  return [detail, rest, reference?.address, ...texts].flatMap((text) =>
    (text?.match(BLOCK) ?? []).map((found) => found.replace(/\s/g, '')),
  );
}

/** The parts of a value that are not known, and the collections that may hold more. */
function* openParts(value: Value, seen = new Set<Value>()): Generator<Value> {
  if (value.kind === 'unknown') yield value;
  if (!('entries' in value || 'items' in value) || seen.has(value)) return;
  seen.add(value);
  if (value.rest !== undefined || ('uncertain' in value && value.uncertain !== undefined)) yield value;
  const parts = 'entries' in value ? value.entries.values() : value.items;
  for (const part of parts) yield* openParts(part, seen);
}
