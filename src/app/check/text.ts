import type { SourceRange } from '../../model/source.ts';
import type { Tree } from '../../tree/tree.ts';

/** Lines of a range that are taken: what a problem is about stands at its beginning. */
const MOST_LINES = 200;

/** Gives the text of the whole lines that a range touches, without indentation; empty where the file cannot be read. */
export function textReader(tree: Tree): (range: SourceRange) => string {
  const files = new Map<string, readonly string[]>();
  return ({ file, start, end }) => {
    let lines = files.get(file);
    if (lines === undefined) files.set(file, (lines = linesOf(tree.read(file))));
    const last = Math.min(Math.max(end.line, start.line), start.line + MOST_LINES);
    return lines.slice(start.line - 1, last).join('\n');
  };
}

/** As Latin-1, which any bytes are: the text is only compared. */
function linesOf(bytes: Uint8Array | undefined): readonly string[] {
  const text = Buffer.from(bytes ?? []).toString('latin1');
  return text.split('\n').map((line) => line.trim());
}
