import { plain } from '../plain.ts';
import { safeUrl } from '../url.ts';

/** An entity, not the character: GitHub keeps it, and the source stays readable. */
const BREAK = '&#8203;';

/**
 * Any string as inert GitHub Markdown on one line. It cannot open markup, HTML, comments, table cells or formulas,
 * mention a person or a team, refer to an issue, become a link, or draw an emoji by its name. Safe at
 * the beginning of a line, in a table, in a list, and inside an HTML element.
 */
export function escapeMarkdown(text: string, limit?: number): string {
  return plain(text, limit)
    .replace(/[\\`*_[\]~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\|/g, '&#124;')
    .replace(/\$(?!\d)/g, '\\$')
    .replace(/@(?=\w)/g, `@${BREAK}`)
    .replace(/#(?=\d)(?<!&#)/g, `#${BREAK}`)
    .replace(/GH-(?=\d)/gi, `$&${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/www(?=\.)/gi, `$&${BREAK}`)
    .replace(/:(?=[\w+-]+:)/g, `:${BREAK}`)
    .replace(/^(?:[-+#=](?=[-+#=\s]|$)|\d{1,9}(?=[.)](?:\s|$)))/, (start) =>
      /\d/.test(start) ? `${start}${BREAK}` : `\\${start}`,
    );
}

/**
 * Any string as inline code: mentions and references are inert there. The fence is longer than the longest
 * run of backticks inside. A pipe or an opening angle bracket takes the HTML form, because a table would split at the
 * one, and the other must not begin a comment that a reader of the raw text takes for a marker.
 */
export function inlineCode(text: string, limit?: number): string {
  const line = plain(text, limit);
  if (line === '') return '(empty)';
  if (/[|<]/.test(line)) return `<code>${escapeMarkdown(line, limit)}</code>`;
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(line) ? ' ' : '';
  return fence + pad + line + pad + fence;
}

/** A link around what is Markdown already; without the link when the address is not a plain web address. */
export function markdownLink(markdown: string, url: string): string {
  const target = safeUrl(url);
  return target === null ? markdown : `[${markdown}](${target})`;
}
