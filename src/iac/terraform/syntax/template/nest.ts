import type { Expression, TemplatePart } from '../ast.ts';
import { MAX_DEPTH } from '../limits.ts';
import type { Parser, Place } from '../parser.ts';
import type { Mark, Piece } from './pieces.ts';

type Opener = Extract<Mark, { kind: 'if' | 'for' }>;

/** A directive that is open, and the parts read since its last mark. */
interface Level {
  readonly opener: Opener | undefined;
  readonly parts: TemplatePart[];
  /** The parts before `else`. */
  then?: TemplatePart[];
}

/**
 * The expression of a whole template: a literal when it is text alone, else its parts with directives
 * nested. Adjacent text is joined and brought to Unicode form C, as every string of the language is.
 */
export function buildTemplate(
  p: Parser,
  pieces: readonly Piece[],
  place: Place,
  heredoc: boolean,
): Expression {
  const parts = nest(p, pieces);
  const [first] = parts;
  const { start, end } = place;
  if (first === undefined) return { kind: 'literal', value: '', start, end };
  if (parts.length === 1 && first.kind === 'text') return { kind: 'literal', value: first.value, start, end };
  return { kind: 'template', parts, heredoc, start, end };
}

function nest(p: Parser, pieces: readonly Piece[]): TemplatePart[] {
  const root: Level = { opener: undefined, parts: [] };
  const open: Level[] = [root];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    const level = open.at(-1) ?? root;
    if (piece === undefined) break;
    if (piece.kind === 'text') {
      const from = at;
      while (pieces[at + 1]?.kind === 'text') at += 1;
      level.parts.push(joinText(pieces.slice(from, at + 1)));
    } else if (piece.kind === 'interpolation') {
      level.parts.push(piece);
    } else if (piece.kind === 'if' || piece.kind === 'for') {
      openLevel(p, open, piece);
    } else if (piece.kind === 'else') {
      startElse(p, level, piece);
    } else {
      open.pop();
      (open.at(-1) ?? root).parts.push(close(p, level, piece));
    }
  }
  const unclosed = open.at(-1)?.opener;
  if (unclosed !== undefined) {
    p.fail(
      `Expected "%{ end${unclosed.kind} }" before the end of the text, for this "${unclosed.kind}"`,
      unclosed,
    );
  }
  return root.parts;
}

function openLevel(p: Parser, open: Level[], opener: Opener): void {
  if (p.depth + open.length > MAX_DEPTH) {
    p.reportLimit(`Directives nested more than ${MAX_DEPTH} levels deep are not read`, opener);
    p.giveUp();
  }
  open.push({ opener, parts: [] });
}

function startElse(p: Parser, level: Level, mark: Mark): void {
  if (level.opener?.kind !== 'if' || level.then !== undefined) {
    p.fail('Found "%{ else }" without an "%{ if … }" that it could belong to', mark);
  }
  level.then = level.parts.splice(0);
}

function close(p: Parser, level: Level, mark: Mark): TemplatePart {
  const { opener, parts } = level;
  if (opener === undefined || mark.kind !== `end${opener.kind}`) {
    const wanted = opener === undefined ? 'no directive is open' : `"%{ end${opener.kind} }" must come first`;
    p.fail(`Found "%{ ${mark.kind} }", but ${wanted}`, mark);
  }
  const { start } = opener;
  const { end } = mark;
  if (opener.kind === 'for') return { kind: 'for', ...opener.intro, body: parts, start, end };
  const { condition } = opener;
  if (level.then === undefined) return { kind: 'if', condition, then: parts, else: [], start, end };
  return { kind: 'if', condition, then: level.then, else: parts, start, end };
}

function joinText(pieces: readonly Piece[]): TemplatePart {
  let value = '';
  for (const piece of pieces) if (piece.kind === 'text') value += piece.value;
  const start = pieces[0]?.start ?? 0;
  return { kind: 'text', value: value.normalize('NFC'), start, end: pieces.at(-1)?.end ?? start };
}
