import { isJsonObject, listMember, member } from '../../lib/json.ts';
import type { Json } from '../../lib/json.ts';
import { parseRecorded } from '../recorded/parse.ts';

const BEFORE = Buffer.from('"before":');
const AFTER = Buffer.from(',"after":');
const [BACKSLASH, COMMA, CLOSE] = [0x5c, 0x2c, 0x7d] as const;

/**
 * Parses an entry of `resource_changes`. Most of a large plan are objects that do not change, whose `before` says the same as
 * `after`: of such an entry it is left out, which is half of the work. Throws SyntaxError.
 */
export function parseEntry(bytes: Uint8Array): Json {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const short = withoutBefore(text);
  const entry = short === undefined ? undefined : parseRecorded(short);
  return isUnchanged(entry) ? entry : parseRecorded(text.toString('utf8'));
}

/**
 * The text without `before`, where the same bytes follow as `after`; undefined for any other. A quote in a text is escaped, so
 * that what is found is a key; one that is there once is the key of the change.
 */
function withoutBefore(text: Buffer): string | undefined {
  const from = text.indexOf(BEFORE);
  if (from <= 0 || text[from - 1] === BACKSLASH || text.includes(BEFORE, from + 1)) return undefined;
  const to = text.indexOf(AFTER, from);
  const start = from + BEFORE.length;
  const end = to + AFTER.length + to - start;
  if (to === -1 || (text[end] !== COMMA && text[end] !== CLOSE)) return undefined;
  if (text.compare(text, start, to, to + AFTER.length, end) !== 0) return undefined;
  return text.toString('utf8', 0, from) + text.toString('utf8', to + 1);
}

/** Whether the rest of an entry is that of an object that does not change: nobody asks for `before` then. */
function isUnchanged(entry: Json | undefined): entry is Json {
  const change = member(entry, 'change');
  const [action, ...others] = listMember(change, 'actions');
  return action === 'no-op' && others.length === 0 && isJsonObject(member(change, 'after'));
}
