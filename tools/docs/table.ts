import type { FieldRow } from './fields.ts';

/** Rows as a Markdown table. Required fields are marked with an asterisk. */
export function fieldTable(rows: readonly FieldRow[]): string {
  const withDefaults = rows.some((row) => row.default !== '');
  const header = ['Key', 'Type', ...(withDefaults ? ['Default'] : []), 'Meaning'];
  const lines = rows.map((row) => [
    `\`${row.path}\`${row.required ? ' \\*' : ''}`,
    row.type,
    ...(withDefaults ? [row.default] : []),
    row.description,
  ]);
  return [header, header.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`)
    .join('\n');
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
