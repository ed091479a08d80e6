import type { Json } from '../../lib/json.ts';

/** So many zeros are written only by what does not use exponents, as Terraform. */
const ZEROS = `0.${'0'.repeat(300)}`;

const TINY_EXPONENT = /[eE]-\d{3}/;

/** A text, which may hold what looks like a number, or a number. */
const TEXT_OR_NUMBER = /"(?:[^"\\]+|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * `JSON.parse`, with what is nearer to zero than a double can be as infinity, not as 0: neither is a number that is known,
 * and 0 would be taken for one. Throws SyntaxError.
 */
export function parseRecorded(text: string): Json {
  const parsed = JSON.parse(text) as Json;
  if (!text.includes(ZEROS) && !TINY_EXPONENT.test(text)) return parsed;
  return JSON.parse(text.replaceAll(TEXT_OR_NUMBER, (part) => (isLost(part) ? '1e999' : part))) as Json;
}

function isLost(part: string): boolean {
  return !part.startsWith('"') && Number(part) === 0 && /^[^eE]*[1-9]/.test(part);
}
