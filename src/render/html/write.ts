import { encodePath, placeText } from '../place.ts';
import { withEdges } from '../plain.ts';
import { safeUrl } from '../url.ts';
import { type Block, type Cell, type Inline, inlines, type Table } from '../report/document.ts';
import { escapeHtml } from './escape.ts';

/** Writes the parts of a report as HTML; places link below `filesUrl` when it is given. */
export class HtmlWriter {
  readonly #filesUrl: string | undefined;

  constructor(filesUrl: string | undefined) {
    this.#filesUrl = filesUrl;
  }

  cell(cell: Cell): string {
    return inlines(cell)
      .map((inline) => this.#inline(inline))
      .join('');
  }

  block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${this.cell(block.text)}</p>`;
      case 'list':
        return this.list(block.items);
      case 'table':
        return this.table(block);
    }
  }

  list(items: readonly Cell[]): string {
    return `<ul>${items.map((item) => `<li>${this.cell(item)}</li>`).join('')}</ul>`;
  }

  table(table: Table): string {
    const attribute = (index: number): string =>
      table.columns[index]?.align === 'right' ? ' class="right"' : '';
    const row = (cells: readonly Cell[]): string =>
      `<tr>${cells.map((cell, index) => `<td${attribute(index)}>${this.cell(cell)}</td>`).join('')}</tr>`;
    const head = table.columns.map(
      (column, index) => `<th${attribute(index)}>${escapeHtml(column.title)}</th>`,
    );
    const rows = [...table.rows, ...(table.total === undefined ? [] : [table.total])].map(row);
    return `<div class="scroll"><table><thead><tr>${head.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
  }

  #inline(inline: Inline): string {
    if (typeof inline === 'string') return withEdges(inline, escapeHtml(inline));
    switch (inline.kind) {
      case 'code':
        return codeOf(inline.text);
      case 'strong':
        return `<strong>${escapeHtml(inline.text)}</strong>`;
      case 'toned':
        return `<span class="${inline.tone}">${escapeHtml(inline.text)}</span>`;
      case 'place': {
        const path = encodePath(inline.source.file);
        const url =
          this.#filesUrl === undefined || path === null
            ? ''
            : `${this.#filesUrl}${path}#L${inline.source.start.line}`;
        return anchor(codeOf(placeText(inline.source)), url);
      }
      case 'link':
        return anchor(escapeHtml(inline.text), inline.url);
    }
  }
}

/** A name, which may go on in another line behind the marks between its parts: not within a word. Entities hold none of these. */
function codeOf(text: string): string {
  return `<code>${escapeHtml(text).replace(/(?<=[./_-])(?=\w)/g, '<wbr>')}</code>`;
}

/** A link around what is HTML already; without one when the address is not a plain web address. */
function anchor(html: string, url: string): string {
  const target = safeUrl(url);
  return target === null
    ? html
    : `<a href="${escapeHtml(target, 2000)}" rel="noopener noreferrer">${html}</a>`;
}
