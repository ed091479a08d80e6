import type { Section } from '../report/document.ts';
import { paint } from '../terminal/ansi.ts';
import { sectionLines } from '../terminal/blocks.ts';
import type { TerminalStyle } from '../terminal.ts';

/** Titled parts for a terminal, ending in a newline. */
export function sectionsText(sections: readonly Section[], { color, width }: TerminalStyle): string {
  const look = paint(color);
  const lines = sections.flatMap((section) => sectionLines(section, Math.max(60, width), look));
  return `${lines.slice(1).join('\n')}\n`;
}
