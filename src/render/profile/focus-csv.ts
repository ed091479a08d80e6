/**
 * Rows as CSV (RFC 4180): the columns as given, null as an empty field, quotes only where they are needed. A field that a
 * spreadsheet would take for a formula keeps its text: a leading apostrophe would change an id.
 */
export function csvText(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | null>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => field(row[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
