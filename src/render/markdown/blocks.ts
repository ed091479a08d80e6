import { andMore } from '../plural.ts';
import type { Block, Section, Table } from '../report/document.ts';
import { escapeMarkdown } from './escape.ts';
import { moreRow, tableHead, tableRow } from './table.ts';
import { lines, type Part, type PartGroup } from './truncate.ts';
import type { MarkdownWriter } from './write.ts';

/** A section as a `<details>` element that GitHub folds. An alert inside one would print literally. */
export function sectionParts(section: Section, write: MarkdownWriter): PartGroup {
  return {
    open: ['', '<details>', `<summary>${escapeMarkdown(section.title)}</summary>`],
    parts: section.blocks.map((block) => blockPart(block, write)),
    close: ['', '</details>'],
  };
}

function blockPart(block: Block, write: MarkdownWriter): Part {
  switch (block.kind) {
    case 'paragraph':
      return lines('', write(block.text));
    case 'list':
      return {
        head: [''],
        rows: block.items.map((item) => `- ${write(item)}`),
        more: (n) => `- ${andMore(n)}`,
        tail: [],
      };
    case 'table':
      return tablePart(block, write);
  }
}

/** A table whose total stays when its rows are cut. */
export function tablePart(table: Table, write: MarkdownWriter): Part {
  const columns = table.columns.map((column) => ({ ...column, title: escapeMarkdown(column.title) }));
  return {
    head: ['', ...tableHead(columns)],
    rows: table.rows.map((row) => tableRow(row.map(write))),
    more: (n) => moreRow(table.columns, andMore(n)),
    tail: table.total === undefined ? [] : [tableRow(table.total.map(write))],
  };
}
