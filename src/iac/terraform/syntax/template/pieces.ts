import type { Expression } from '../ast.ts';
import type { ForIntro } from '../for.ts';
import { trimEnd, trimStart } from '../characters.ts';

/** A flat run of literal text, interpolations and directive marks, before directives are nested. */
export type Piece = TextPiece | Mark;

/** Literal text: of a heredoc, one line or a part of one. Trimming and dedent change `value`. */
export interface TextPiece {
  readonly kind: 'text';
  value: string;
  readonly start: number;
  readonly end: number;
}

export type Mark = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'interpolation'; readonly expression: Expression }
  | { readonly kind: 'if'; readonly condition: Expression }
  | { readonly kind: 'for'; readonly intro: ForIntro }
  | { readonly kind: 'else' | 'endif' | 'endfor' }
);

/** Collects pieces and applies `~`, which trims the adjacent text piece and nothing beyond it. */
export class Pieces {
  readonly list: Piece[] = [];
  /** The last mark ended in `~}`. */
  trimNext = false;

  addText(value: string, start: number, end: number): void {
    this.list.push({ kind: 'text', value: this.trimNext ? trimStart(value) : value, start, end });
    this.trimNext = false;
  }

  /** Call before a mark that opens with `~` is added. */
  trimLast(): void {
    const last = this.list.at(-1);
    if (last?.kind === 'text') last.value = trimEnd(last.value);
  }
}
