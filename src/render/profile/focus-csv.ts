type Row = Readonly<Record<string, string | null>>;

/**
 * Rows as CSV (RFC 4180) below their header: the columns as given, null as an empty field, quotes only where they are needed. A text
 * that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection"); numbers stay as they are.
 */
export function csvText(columns: readonly string[], rows: readonly Row[]): string {
  return `${columns.join(',')}\n${csvRows(columns, rows)}`;
}

/** The same without the header. */
export function csvRows(columns: readonly string[], rows: readonly Row[]): string {
  return rows.map((row) => `${columns.map((column) => field(row[column] ?? '')).join(',')}\n`).join('');
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

function field(value: string): string {
  const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
