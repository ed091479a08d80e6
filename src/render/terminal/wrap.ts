import { columnsOf } from './width.ts';
import type { Piece } from './write.ts';

/** Painted lines of at most `width` columns, broken at spaces; a longer word stands alone. Later lines are indented. */
export function wrap(parts: readonly Piece[], width: number, first: string, indent: string): string[] {
  const lines: string[] = [];
  let line = first;
  let used = columnsOf(first);
  let fresh = true;
  for (const { text, paint } of parts) {
    for (const [word] of text.matchAll(/ +|[^ ]+/g)) {
      const size = columnsOf(word);
      if (!fresh && used + size > width && word.trim() !== '') {
        lines.push(line.trimEnd());
        line = indent;
        used = columnsOf(indent);
      }
      line += paint(word);
      used += size;
      fresh = false;
    }
  }
  return [...lines, line.trimEnd()];
}
