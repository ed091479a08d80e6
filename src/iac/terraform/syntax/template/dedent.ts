import { SPACE, leadingWhiteSpace } from '../characters.ts';
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
 * How many UTF-16 units the first grapheme clusters take. White space is one unit a cluster, and the last
 * one takes combining characters that follow it along; they cannot follow a control character.
 * (Unicode Standard Annex 29, rules GB4 to GB9a.)
 */
function lengthOfClusters(value: string, count: number): number {
  if (!(value.charCodeAt(count) >= 0x300) || isControl(value.charCodeAt(count - 1))) return count;
  const marks = /^[\p{Grapheme_Extend}\p{Mc}\p{Emoji_Modifier}\u200D]+/u.exec(value.slice(count));
  return count + (marks?.[0].length ?? 0);
}

function isControl(code: number): boolean {
  return code < SPACE || code === 0x85 || code === 0x2028 || code === 0x2029;
}
