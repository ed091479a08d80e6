import type { SourceRange } from '../../model/source.ts';
import { type Cell, type Inline, inlines } from '../report/document.ts';
import { escapeMarkdown, inlineCode, markdownLink } from './escape.ts';

/** Writes the parts of a report as Markdown; `filesUrl` is what places link to. */
export type MarkdownWriter = (cell: Cell) => string;

/** A writer whose places link below `filesUrl`, or are plain code without one. */
export function markdownWriter(filesUrl: string | undefined): MarkdownWriter {
  const part = (inline: Inline): string => {
    if (typeof inline === 'string') return keepEdges(inline);
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

/** Escaped text whose outer spaces stay: they part it from its neighbours. */
function keepEdges(text: string): string {
  const body = escapeMarkdown(text);
  if (body === '') return text === '' ? '' : ' ';
  return (text.startsWith(' ') ? ' ' : '') + body + (text.endsWith(' ') ? ' ' : '');
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

/** `main.tf:12`. */
export function placeText(source: SourceRange): string {
  return `${source.file}:${source.start.line}`;
}

/** A repository path as part of a web address; null for a name that UTF-8 cannot write. */
export function encodePath(file: string): string | null {
  const parts = file.split('/');
  if (parts.some((part) => part === '.' || part === '..' || /\p{Cs}/u.test(part))) return null;
  return parts.map(encodeURIComponent).join('/');
}
