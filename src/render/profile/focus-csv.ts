type Row = Readonly<Record<string, string | null>>;

/**
 * Rows as CSV (RFC 4180) below their header: the columns as given, null as an empty field, quotes only where they are needed. A field
 * that a spreadsheet would take for a formula keeps its text: a leading apostrophe would change an id.
 */
export function csvText(columns: readonly string[], rows: readonly Row[]): string {
  return `${columns.join(',')}\n${csvRows(columns, rows)}`;
}

/** The same without the header. */
export function csvRows(columns: readonly string[], rows: readonly Row[]): string {
  return rows.map((row) => `${columns.map((column) => field(row[column] ?? '')).join(',')}\n`).join('');
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
