import type { Section } from '../report/document.ts';
import { escapeHtml } from './escape.ts';
import { STYLE } from './style.ts';
import type { HtmlWriter } from './write.ts';

/** Nothing is loaded and nothing runs: the page is text and its own style. */
const SECURITY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page with a title and a body of lines that are HTML. */
export function htmlPage(title: string, body: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${SECURITY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A part that a reader opens. */
export function sectionBox(section: Section, open: boolean, write: HtmlWriter): string {
  const body = section.blocks.map((block) => write.block(block)).join('\n');
  return `<details${open ? ' open' : ''}><summary>${escapeHtml(section.title)}</summary><div>\n${body}\n</div></details>`;
}
