import { placeText } from '../place.ts';
import { plain, withEdges } from '../plain.ts';
import { type Cell, type Inline, inlines } from '../report/document.ts';
import type { Paint } from './ansi.ts';

/** A piece of a line: its clean text, and how it is painted. Kept apart, because only text has a width. */
export interface Piece {
  readonly text: string;
  readonly paint: (text: string) => string;
}

/** The pieces of a cell; each foreign string loses what a terminal would obey. */
export function pieces(cell: Cell, look: Paint): Piece[] {
  return inlines(cell).map((inline) => piece(inline, look));
}

function piece(inline: Inline, look: Paint): Piece {
  const asIs = (text: string): string => text;
  if (typeof inline === 'string') return { text: withEdges(inline, plain(inline)), paint: asIs };
  switch (inline.kind) {
    case 'code':
      return { text: plain(inline.text), paint: look.code };
    case 'strong':
      return { text: plain(inline.text), paint: look.strong };
    case 'toned':
      return { text: plain(inline.text), paint: (text) => look.tone(text, inline.tone) };
    case 'place':
      return { text: plain(placeText(inline.source)), paint: look.code };
    case 'link':
      return { text: plain(inline.text), paint: asIs };
  }
}

/** The pieces as one painted line. */
export function painted(parts: readonly Piece[]): string {
  return parts.map((part) => part.paint(part.text)).join('');
}

/** The pieces as unpainted text. */
export function textOf(parts: readonly Piece[]): string {
  return parts.map((part) => part.text).join('');
}
