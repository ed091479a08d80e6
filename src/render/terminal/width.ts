import { cut } from '../plain.ts';

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

/** The text within `width` columns. The middle gives way: both ends of an address tell it from others. */
export function squeeze(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let head = Math.ceil((width - 1) / 2);
  let tail = Math.floor((width - 1) / 2);
  let short = ends(text, head, tail);
  while (columnsOf(short) > width && head + tail > 0) {
    if (head > tail) head--;
    else tail--;
    short = ends(text, head, tail);
  }
  return short;
}

function ends(text: string, head: number, tail: number): string {
  const end = tail === 0 ? '' : text.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '');
  return `${cut(text, head)}…${end}`;
}
