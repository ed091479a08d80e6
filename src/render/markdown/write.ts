import type { SourceRange } from '../../model/source.ts';
import { encodePath, placeText } from '../place.ts';
import { withEdges } from '../plain.ts';
import { type Cell, type Inline, inlines } from '../report/document.ts';
import { escapeMarkdown, inlineCode, markdownLink } from './escape.ts';

/** Writes the parts of a report as Markdown; `filesUrl` is what places link to. */
export type MarkdownWriter = (cell: Cell) => string;

/** A writer whose places link below `filesUrl`, or are plain code without one. */
export function markdownWriter(filesUrl: string | undefined): MarkdownWriter {
  const part = (inline: Inline): string => {
    if (typeof inline === 'string') return withEdges(inline, escapeMarkdown(inline));
    switch (inline.kind) {
      case 'code':
        return inlineCode(inline.text);
      case 'strong':
        return strongText(escapeMarkdown(inline.text));
      case 'toned':
        return escapeMarkdown(inline.text);
      case 'place':
        return placeMarkdown(inline.source, filesUrl);
      case 'link':
        return markdownLink(escapeMarkdown(inline.text), inline.url);
    }
  };
  return (cell) => inlines(cell).map(part).join('');
}

/** Stars around nothing would be drawn as stars. */
function strongText(markdown: string): string {
  return markdown === '' ? '' : `**${markdown}**`;
}

function placeMarkdown(source: SourceRange, filesUrl: string | undefined): string {
  const text = inlineCode(placeText(source));
  const path = encodePath(source.file);
  if (filesUrl === undefined || path === null) return text;
  return markdownLink(text, `${filesUrl}${path}#L${source.start.line}`);
}
