import { chunks, columnsOf } from './width.ts';
import { painted, type Piece, textOf } from './write.ts';

/** Painted lines of at most `width` columns, broken at spaces, and within longer words. Later lines are indented. */
export function wrap(parts: readonly Piece[], width: number, first: string, indent: string): string[] {
  return breakLines(parts, width - columnsOf(indent)).map((line, index) =>
    ((index === 0 ? first : indent) + painted(line)).trimEnd(),
  );
}

/** The pieces as lines of at most `width` columns, broken at spaces, which are lost there. At least one line. */
export function breakLines(parts: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const word of words(parts, width)) {
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

/** Words and the spaces between them; a word may go on in the next piece, and one that is too long comes in parts. */
function words(parts: readonly Piece[], width: number): Piece[][] {
  const found: Piece[][] = [];
  for (const { text, paint } of parts) {
    for (const [run] of text.matchAll(/ +|[^ ]+/g)) {
      const [head, ...tails] = chunks(run, width).map((chunk) => ({ text: chunk, paint }));
      if (head === undefined) continue;
      if (joins(found.at(-1), head, width)) found.at(-1)?.push(head);
      else found.push([head]);
      found.push(...tails.map((tail) => [tail]));
    }
  }
  return found;
}

/** True when the piece goes on with the word, and both fit one line. */
function joins(word: readonly Piece[] | undefined, piece: Piece, width: number): boolean {
  if (word === undefined) return false;
  const spaces = [...word, piece].some((part) => part.text.startsWith(' '));
  return !spaces && columnsOf(textOf(word) + piece.text) <= width;
}
