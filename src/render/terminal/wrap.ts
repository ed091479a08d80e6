import { columnsOf } from './width.ts';
import { painted, type Piece } from './write.ts';

/** Painted lines of at most `width` columns, broken at spaces; a longer word stands alone. Later lines are indented. */
export function wrap(parts: readonly Piece[], width: number, first: string, indent: string): string[] {
  return breakLines(parts, width - columnsOf(indent)).map((line, index) =>
    ((index === 0 ? first : indent) + painted(line)).trimEnd(),
  );
}

/** The pieces as lines of at most `width` columns, broken at spaces, which are lost there. At least one line. */
export function breakLines(parts: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const word of words(parts)) {
    const size = word.reduce((total, piece) => total + columnsOf(piece.text), 0);
    const space = word.every((piece) => piece.text.trim() === '');
    if (used > 0 && used + size > width) {
      const line = lines.at(-1);
      if (line?.at(-1)?.text.trim() === '') line.pop();
      lines.push([]);
      used = 0;
    }
    if (space && used === 0 && lines.length > 1) continue;
    lines.at(-1)?.push(...word);
    used += size;
  }
  return lines;
}

/** Words and the spaces between them; a word may go on in the next piece. */
function words(parts: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [];
  for (const { text, paint } of parts) {
    for (const [piece] of text.matchAll(/ +|[^ ]+/g)) {
      const last = found.at(-1);
      const joins =
        last !== undefined && !piece.startsWith(' ') && last.at(-1)?.text.startsWith(' ') === false;
      if (joins) last.push({ text: piece, paint });
      else found.push([{ text: piece, paint }]);
    }
  }
  return found;
}
