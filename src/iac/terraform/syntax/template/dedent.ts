import { leadingWhiteSpace } from '../characters.ts';
import type { Piece, TextPiece } from './pieces.ts';

/**
 * Takes the common indentation off the lines of a `<<-` heredoc. It is counted on the source, after `~`
 * trimming: a line that starts with a mark counts as 0; blank lines neither count nor get shorter; a piece
 * whose line start was trimmed away does not start a line. (HCL native syntax, "Template Expressions".)
 */
export function dedent(pieces: readonly Piece[]): void {
  const lines: TextPiece[] = [];
  let common = Infinity;
  let lineStart = true;
  for (const piece of pieces) {
    if (lineStart) {
      lineStart = false;
      if (piece.kind !== 'text') {
        common = 0;
      } else if (!isBlankLine(piece.value)) {
        common = Math.min(common, leadingWhiteSpace(piece.value));
        lines.push(piece);
      }
    }
    if (piece.kind === 'text' && piece.value.endsWith('\n')) lineStart = true;
  }
  if (common === 0) return;
  for (const line of lines) line.value = line.value.slice(lengthOfClusters(line.value, common));
}

function isBlankLine(value: string): boolean {
  return value.endsWith('\n') && leadingWhiteSpace(value) === value.length;
}

/**
 * How many UTF-16 units the first grapheme clusters take. White space is one unit a cluster, unless a
 * combining character follows it.
 */
function lengthOfClusters(value: string, count: number): number {
  if (!(value.charCodeAt(count) >= 0x300)) return count;
  let length = 0;
  let left = count;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(value)) {
    if (left === 0) break;
    left -= 1;
    length += segment.length;
  }
  return length;
}
