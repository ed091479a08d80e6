import { isEscapedMark, startsMark } from './mark.ts';
import type { Pieces } from './pieces.ts';

/**
 * Adds the literal text from `from` to the next `${` or `%{`, or to `to`; gives the offset where it ended.
 * Outside of quoted strings there are no backslash escapes, but `$${` and `%%{` hold.
 */
export function readLineText(text: string, from: number, to: number, pieces: Pieces): number {
  const line = text.slice(from, to);
  let value = '';
  let copied = 0;
  let end = line.length;
  for (let brace = line.indexOf('{'); brace !== -1; brace = line.indexOf('{', brace + 1)) {
    const mark = brace - 1;
    if (mark < copied || !startsMark(line, mark)) continue;
    if (mark === copied || !isEscapedMark(line, mark - 1)) {
      end = mark;
      break;
    }
    value += line.slice(copied, mark);
    copied = brace;
  }
  if (end > 0) pieces.addText(value + line.slice(copied, end), from, from + end);
  return from + end;
}
