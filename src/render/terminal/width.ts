/** Characters that take two columns: East Asian wide ones and pictures. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u;
const ZERO = /^[\p{Mn}\p{Me}]$/u;

/** Columns that printable text takes in a terminal, by Unicode Standard Annex 11. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/**
 * A word as parts of at most `width` columns, cut behind a dot, slash or the like where one is near: a long
 * address stays whole, over several lines.
 */
export function chunks(word: string, width: number): string[] {
  if (columnsOf(word) <= width) return [word];
  const found: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && columnsOf(part + character) > width) {
      const end = seam(part);
      found.push(part.slice(0, end));
      part = part.slice(end);
    }
    part += character;
  }
  return [...found, part];
}

/** Where to cut: behind the last mark of the second half, else at the end. */
function seam(part: string): number {
  const at = Math.max(...['.', '/', '-', '_', ',', ']', '=', ':'].map((mark) => part.lastIndexOf(mark)));
  return at + 1 > part.length / 2 ? at + 1 : part.length;
}
