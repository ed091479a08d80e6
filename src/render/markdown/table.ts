export interface MarkdownColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** The two header lines of a GitHub table. Titles are written as they are: escape them before. */
export function tableHead(columns: readonly MarkdownColumn[]): string[] {
  return [
    tableRow(columns.map((column) => column.title)),
    tableRow(columns.map((column) => (column.align === 'right' ? '--:' : '---'))),
  ];
}

/** One table row from cells that are escaped already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A row whose first cell speaks for those that were left out. */
export function moreRow(columns: readonly MarkdownColumn[], text: string): string {
  return tableRow(columns.map((_, index) => (index === 0 ? text : '')));
}
