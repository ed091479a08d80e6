import { Interner } from '../../../lib/bytes/interner.ts';
import { isJsonObject, type Json } from '../../../lib/json.ts';
import { COLUMN } from './columns.ts';
import type { Fields } from './fields.ts';

/** Different sets of tags that are remembered; more are read each time. */
const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 4096;

/** Reads the column `Tags`: a JSON object whose values are texts, numbers, booleans or null (which is no tag). */
export class TagReader {
  readonly #texts = new Interner(0);
  readonly #known: (Readonly<Record<string, string>> | null)[] = [];

  /** The tags; null when the column holds anything else. */
  read({ bytes, starts, ends }: Fields): Readonly<Record<string, string>> | null {
    const [start = 0, end = 0] = [starts[COLUMN.Tags], ends[COLUMN.Tags]];
    if (this.#known.length >= MOST_KNOWN || end - start > LONGEST_KNOWN)
      return parse(bytes.toString('utf8', start, end));
    const number = this.#texts.number(bytes, start, end);
    if (number === this.#known.length) this.#known.push(parse(this.#texts.text(number)));
    return this.#known[number] ?? null;
  }
}

function parse(text: string): Readonly<Record<string, string>> | null {
  let tags: Json;
  try {
    tags = JSON.parse(text) as Json;
  } catch {
    return null;
  }
  if (!isJsonObject(tags)) return null;
  const texts: [string, string][] = [];
  for (const [key, value] of Object.entries(tags)) {
    if (value === null) continue;
    if (typeof value === 'object') return null;
    texts.push([key, String(value)]);
  }
  return Object.fromEntries(texts);
}
