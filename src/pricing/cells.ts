/** One column of a row of a shard, whose texts are joined by commas; empty for a column that the row does not have. */
export function cellAt(row: string, column: number): string {
  const start = startOfCell(row, column);
  if (start === -1) return '';
  const end = row.indexOf(',', start);
  return end === -1 ? row.slice(start) : row.slice(start, end);
}

/** Where the text of a column begins; -1 for a column that the row does not have. */
export function startOfCell(row: string, column: number): number {
  let start = 0;
  for (let skipped = 0; skipped < column; skipped++) {
    const comma = row.indexOf(',', start);
    if (comma === -1) return -1;
    start = comma + 1;
  }
  return start;
}
