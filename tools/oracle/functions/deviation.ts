import { readFileSync, readdirSync } from 'node:fs';
import type { Outcome, Vector } from './vector.ts';

/** Why our answer may differ from that of the implementations. */
export const REASONS = {
  partial:
    'The implementations know all of a value or nothing; ours keeps what is known: elements, keys, candidates, lengths.',
  set: 'An unknown element of a set may equal another one, so ours says that there may be more elements.',
  sensitive:
    'Ours marks more: what was sensitive is never shown, also after nonsensitive(), and an entry picked by a secret key.',
  lazy: 'Ours does not evaluate the side of && or || that does not count, so its mark does not pass.',
  typed:
    'Ours keeps the type of elements, or what a try() can only be, where the implementations give up the type.',
  infinite: 'Ours has no infinite numbers and no negative zero: unknown, and 0.',
  machine:
    'The result depends on the machine, a clock, chance, a key or a compressor; errors of such calls are not looked for.',
  file: 'A file that is not in the repository may be made before a run, so it is unknown and no error.',
  function: 'A function that is not known may be of a provider or a newer version: unknown with a warning.',
  opentofu: 'Only OpenTofu accepts it, and it does no harm to accept it everywhere.',
  encoding: 'A rare character encoding: unknown.',
  limit: 'Beyond a limit of ours: years from 0 to 9999, the size of a pattern, the width of a verb.',
  certain: 'Nothing that the unknown value can be is convertible, so ours is an error at once.',
  senseless:
    'The implementations shift bits out of an address or take IPv4 in IPv6 form for one of the two; ours is an error or the address that is meant.',
  lenient: 'The implementations refuse what has one meaning by its specification; ours reads it.',
  assumption: 'Ours cannot remember of an unknown value that it is not null.',
  notation: 'Numbers in the notation of Go, which no configuration has: an error.',
} as const;

/** One expression of which ours says something else. */
export interface Deviation {
  readonly expression: string;
  readonly reason: keyof typeof REASONS;
  readonly ours: Outcome;
}

function readLines(url: URL): unknown[] {
  const lines = readFileSync(url, 'utf8').trimEnd();
  return lines === '' ? [] : lines.split('\n').map((line) => JSON.parse(line) as unknown);
}

/** All deviations that are meant, by expression. */
export function readDeviations(): ReadonlyMap<string, Deviation> {
  const all = readLines(new URL('deviations.jsonl', import.meta.url)) as Deviation[];
  return new Map(all.map((deviation) => [deviation.expression, deviation]));
}

/** All vectors by topic. */
export function readVectors(): ReadonlyMap<string, readonly Vector[]> {
  const folder = new URL('vectors/', import.meta.url);
  const topics = readdirSync(folder).sort();
  return new Map(topics.map((topic) => [topic, readLines(new URL(topic, folder)) as Vector[]]));
}
