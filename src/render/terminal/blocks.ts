import { plain } from '../plain.ts';
import { andMore } from '../plural.ts';
import type { Block, Section } from '../report/document.ts';
import type { Paint } from './ansi.ts';
import { tableLines } from './table.ts';
import { wrap } from './wrap.ts';
import { pieces } from './write.ts';

/** Rows of a part that are shown before the others are counted. */
export const ROWS = 50;

export const MARGIN = '  ';

/** A titled part as lines, an empty one first; at most so many rows of each block. */
export function sectionLines(section: Section, width: number, look: Paint, most = ROWS): string[] {
  const body = section.blocks.flatMap((block) => blockLines(block, width, look, most));
  return ['', look.strong(`── ${plain(section.title)}`), ...body];
}

/** One block as lines within a width, at most so many rows of it. */
export function blockLines(block: Block, width: number, look: Paint, most = ROWS): string[] {
  switch (block.kind) {
    case 'paragraph':
      return wrap(pieces(block.text, look), width, MARGIN, MARGIN);
    case 'list':
      return [
        ...block.items
          .slice(0, most)
          .flatMap((item) => wrap(pieces(item, look), width, `${MARGIN}• `, `${MARGIN}  `)),
        ...rest(block.items.length, most),
      ];
    case 'table':
      return [
        ...tableLines({ ...block, rows: block.rows.slice(0, most) }, width - MARGIN.length, look).map(
          (line) => MARGIN + line,
        ),
        ...rest(block.rows.length, most),
      ];
  }
}

function rest(length: number, most: number): string[] {
  return length > most ? [`${MARGIN}${andMore(length - most)} (--format json holds all)`] : [];
}
