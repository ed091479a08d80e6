import { escapeHidden } from '../../lib/hidden.ts';

/** Indented JSON, ending in a newline, whose bytes are safe to print anywhere. */
export function safeJson(value: unknown): string {
  return `${escapeHidden(JSON.stringify(value, null, 2))}\n`;
}
