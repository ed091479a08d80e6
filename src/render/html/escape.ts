import { plain } from '../plain.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any string as text of an HTML or XML element, or of a quoted attribute; hidden characters are shown as U+FFFD. */
export function escapeHtml(text: string, limit?: number): string {
  return plain(text, limit).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
